package org.nxsi.enrollment.lateness;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nxsi.platform.emergency.PeriodsNotRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether something is overdue in an emergency, or is to be told to the ledger; also what others left unfinished. */
@Component
class LookingForLateness {

    private static final Logger log = LoggerFactory.getLogger(LookingForLateness.class);

    private final PuttingOff puttingOff;
    private final TellingLedger telling;
    private final boolean byItself;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LookingForLateness(
            PuttingOff puttingOff, TellingLedger telling, @Value("${nxsi.lateness.by-itself:true}") boolean byItself) {
        this.puttingOff = puttingOff;
        this.telling = telling;
        this.byItself = byItself;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        if (byItself && busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    lookNow();
                } catch (RuntimeException failed) {
                    log.warn("what is late is put off and told later: {}", failed.toString());
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

    private void lookNow() {
        try {
            int count = puttingOff.putOff();
            if (count > 0) {
                log.info("{} dues put off", count);
            }
        } catch (PeriodsNotRead notYet) {
            log.debug("the emergency periods are not known yet");
        }
        telling.tell();
    }
}
