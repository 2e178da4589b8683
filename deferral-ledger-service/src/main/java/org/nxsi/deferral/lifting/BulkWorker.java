package org.nxsi.deferral.lifting;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a job chunk by chunk: plan, carry out, tell, go on. Killed at any point, it leaves what the next worker takes up; two
 * at once do the same twice and tell it once.
 */
class BulkWorker {

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);

    private final BulkJobs jobs;
    private final BulkWork work;
    private final String name;
    private final int chunkSize;
    private final Duration lease;

    /**
     * A worker of one kind of jobs.
     *
     * @param name of the worker; no two have the same
     * @param chunkSize entries of a chunk, at most 1,000: they are told in one event
     */
    BulkWorker(BulkJobs jobs, BulkWork work, String name, int chunkSize, Duration lease) {
        this.jobs = jobs;
        this.work = work;
        this.name = name;
        this.chunkSize = chunkSize;
        this.lease = lease;
    }

    /** Takes a job that nobody works on, if there is one, and does it to its end. */
    void workOff() {
        BulkJob job = jobs.lease(name, lease);
        if (job == null) {
            return;
        }
        log.info("job {} goes on after {} of {} entries", job.id(), job.done(), job.total());
        try {
            for (BulkJob now = job; now != null && !Thread.currentThread().isInterrupted(); ) {
                now = step(now);
            }
        } finally {
            jobs.release(job, name);
        }
    }

    /** @return null when there is nothing more to do, or another has it */
    private @Nullable BulkJob step(BulkJob job) {
        if (!work.isWanted(job)) {
            jobs.supersede(job.of(), job.record() + 1);
            return null;
        }
        BulkChunk chunk = jobs.chunk(job.nextChunk());
        if (chunk == null) {
            List<String> ids = work.next(job, chunkSize);
            if (ids.isEmpty()) {
                return end(job);
            }
            chunk = jobs.plan(BulkChunk.planned(job.nextChunk(), ids));
        }
        if (!chunk.done()) {
            List<String> changed = work.apply(job, chunk.ids());
            chunk = jobs.done(chunk, changed.size(), changed.isEmpty() ? null : work.event(job, chunk.id(), changed));
        }
        return jobs.advance(job, chunk, name, lease);
    }

    private @Nullable BulkJob end(BulkJob job) {
        if (!job.cursor().isEmpty() && work.hasLeftOver(job)) {
            return jobs.rewind(job, name);
        }
        jobs.finish(job, name);
        log.info("job {} is done: {} entries in {} chunks", job.id(), job.done(), job.chunks());
        return null;
    }
}
