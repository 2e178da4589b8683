package org.nxsi.enrollment.batch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the batches of one kind, chunk by chunk. Killed at any point, it leaves what the next worker takes up; two at
 * once do the same twice and tell it once.
 */
public final class BatchWorker<C extends BatchChunk> {

    private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

    /** Much longer than a chunk takes; after it a batch whose worker has died is taken up by another. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Batches<C> batches;
    private final ChunkWork<C> work;
    private final String name;

    /** @param name of the worker; no two have the same */
    public BatchWorker(Batches<C> batches, ChunkWork<C> work, String name) {
        this.batches = batches;
        this.work = work;
        this.name = name;
    }

    public Batches<C> batches() {
        return batches;
    }

    /**
     * Takes in a list, to be carried out soon.
     *
     * @return as it stands
     */
    public Batch take(Batch batch, List<C> chunks) {
        return batches.take(batch, chunks);
    }

    /** Takes in a short list and carries it out at once. */
    public Batch carryOut(Batch batch, List<C> chunks) {
        Batch taken = batches.take(batch, chunks);
        return taken.isDone() ? taken : finish(taken);
    }

    /** Takes batches that nobody works on, while there are any, and carries them out. */
    void workOff() {
        for (Batch next = batches.lease(name, LEASE);
                next != null && !Thread.currentThread().isInterrupted();
                next = batches.lease(name, LEASE)) {
            carryOutLeased(next);
        }
    }

    /** What fails keeps its lease, so that others have their turn before it is tried again. */
    private void carryOutLeased(Batch batch) {
        try {
            finish(batch);
        } catch (RuntimeException failed) {
            log.warn("batch {} goes on later: {}", batch.id(), failed.toString());
        }
    }

    private Batch finish(Batch batch) {
        for (int number = 1; number <= batch.chunks(); number++) {
            C chunk = batches.chunk(batch, number);
            if (!chunk.done()) {
                batches.done(chunk, work.carryOut(batch, chunk));
                batches.renew(batch, name, LEASE);
            }
        }
        return batches.finish(batch);
    }

    /** Null if there is no such batch. */
    public @Nullable Batch find(String id) {
        return batches.find(id);
    }
}
