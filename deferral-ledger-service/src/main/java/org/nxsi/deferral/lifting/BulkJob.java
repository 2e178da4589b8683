package org.nxsi.deferral.lifting;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Long work on many entries, and how far it has come. Public for the codec's sake.
 *
 * @param id {@code <period>|<record>}, or the business date of an expiry
 * @param of the period, or {@code expiry}
 * @param record number of the period's record; 0 of an expiry
 * @param cursor the last entry of the chunk done last; empty at the beginning
 * @param chunks how many chunks are done
 * @param done how many entries it has changed
 * @param total how many there were to change when it began, and when it began again
 * @param refusal why it cannot be done; null unless it is refused
 * @param leasedBy the worker who has it; null if nobody has
 */
public record BulkJob(
        @BsonId String id,
        String of,
        int record,
        State state,
        String cursor,
        int chunks,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String refusal,
        @Nullable String leasedBy,
        @Nullable Instant leasedUntil) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** A later record of the period has taken its place. */
        SUPERSEDED,
        /** What it needs to know is not known. */
        REFUSED
    }

    static BulkJob begun(String id, String of, int record, long total) {
        return new BulkJob(id, of, record, State.RUNNING, "", 0, 0, total, Instant.now(), null, null, null, null);
    }

    static BulkJob refused(String id, String of, int record, String refusal) {
        return new BulkJob(id, of, record, State.REFUSED, "", 0, 0, 0, Instant.now(), null, refusal, null, null);
    }

    /** The chunk that comes next. */
    String nextChunk() {
        return id + "|%06d".formatted(chunks + 1);
    }
}
