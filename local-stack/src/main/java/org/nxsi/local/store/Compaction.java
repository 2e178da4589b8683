package org.nxsi.local.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing for ever: each commit appends, so parts of the file go dead and their space is only used
 * again once what still lives in them has been moved. A little is moved each second, beside the clients' work.
 */
final class Compaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int PERIOD_MS = 1_000;
    private static final int TARGET_FILL_PERCENT = 50;
    private static final int MOVED_BYTES_MAX = 4 * 1024 * 1024;
    private static final int MOVES_PER_PERIOD = 4;

    private final DurableStore store;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-compaction").daemon().factory());

    Compaction(DurableStore store) {
        this.store = store;
        var _ = worker.scheduleWithFixedDelay(this::compact, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void compact() {
        try {
            int moves = 0;
            while (moves < MOVES_PER_PERIOD && store.compact(TARGET_FILL_PERCENT, MOVED_BYTES_MAX)) {
                moves++;
            }
        } catch (RuntimeException e) {
            LOG.warn("compaction ended: {}", e.toString());
            worker.shutdown();
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
