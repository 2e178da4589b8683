package org.nxsi.enrollment.makeup;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with orders that a crash or their length has left; many months take long, and nobody else's turn waits for them. */
@Component
class LookingForMakeUps {

    private final WorkingOffMakeUps working;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LookingForMakeUps(WorkingOffMakeUps working) {
        this.working = working;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    working.workOffWhatIsLeft();
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
