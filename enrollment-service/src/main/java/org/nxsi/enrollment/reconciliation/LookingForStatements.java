package org.nxsi.enrollment.reconciliation;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Matches statements soon after they came, and again later. */
@Component
class LookingForStatements {

    private static final Logger log = LoggerFactory.getLogger(LookingForStatements.class);

    private final Reconciling reconciling;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LookingForStatements(Reconciling reconciling) {
        this.reconciling = reconciling;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    reconciling.workOff();
                } catch (RuntimeException failed) {
                    log.warn("statements are matched later: {}", failed.toString());
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
}
