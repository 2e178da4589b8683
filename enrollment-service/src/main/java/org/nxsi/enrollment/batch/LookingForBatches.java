package org.nxsi.enrollment.batch;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for lists that have come in, or that a crash has left. */
@Component
class LookingForBatches {

    private static final Logger log = LoggerFactory.getLogger(LookingForBatches.class);

    private final List<BatchWorker<?>> workers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LookingForBatches(ObjectProvider<BatchWorker<?>> workers) {
        this.workers = workers.orderedStream().toList();
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    workers.forEach(BatchWorker::workOff);
                } catch (RuntimeException failed) {
                    log.warn("lists are carried out later: {}", failed.toString());
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
