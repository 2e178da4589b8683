package org.nxsi.enrollment.collection;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does every second what follows from money that arrived: persons are credited, and others are told. */
@Component
class FollowingMoney {

    private static final Logger log = LoggerFactory.getLogger(FollowingMoney.class);
    private static final String WORK = "following-money";
    private static final Duration RENEW = Duration.ofSeconds(10);

    private final CreditingPaid crediting;
    private final Announcing announcing;
    private final Turns turns;
    private final String worker = UUID.randomUUID().toString();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Instant renewAfter = Instant.EPOCH;

    FollowingMoney(CreditingPaid crediting, Announcing announcing, Turns turns) {
        this.crediting = crediting;
        this.announcing = announcing;
        this.turns = turns;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    follow();
                } catch (RuntimeException failed) {
                    log.warn("credits and news of payments come later: {}", failed.toString());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private void follow() {
        if (!turns.take(WORK, worker)) {
            return;
        }
        renewAfter = Instant.now().plus(RENEW);
        try {
            crediting.creditAll(this::isMyTurn);
            while (isMyTurn() && announcing.announceSome()) {
                log.debug("told of payments");
            }
        } finally {
            turns.end(WORK, worker);
        }
    }

    /** Asked often, so the store is asked only now and then. */
    private boolean isMyTurn() {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (Instant.now().isBefore(renewAfter)) {
            return true;
        }
        renewAfter = Instant.now().plus(RENEW);
        return turns.take(WORK, worker);
    }
}
