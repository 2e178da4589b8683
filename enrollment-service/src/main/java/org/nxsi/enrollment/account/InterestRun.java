package org.nxsi.enrollment.account;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;

/**
 * The interest of one year for all accounts of a scheme, and how far it has come: ordered by one person, confirmed by
 * another, worked off in chunks. Public for the codec's sake.
 *
 * @param id {@code <scheme>-<year>-<number>}; a later number settles what an earlier one left provisional
 * @param orderedBy, confirmedBy persons, two of them
 * @param command of the order: a repetition finds it
 * @param cursor the account done last; empty at the beginning
 * @param chunks how many are done
 * @param leasedBy the worker who has it; null if nobody has
 */
public record InterestRun(
        @BsonId String id,
        Scheme scheme,
        int year,
        State state,
        String orderedBy,
        String command,
        @Nullable String confirmedBy,
        String cursor,
        int chunks,
        Instant orderedAt,
        @Nullable Instant finishedAt,
        @Nullable String leasedBy,
        @Nullable Instant leasedUntil) {

    /** Where it stands. */
    public enum State {
        ORDERED,
        RUNNING,
        DONE
    }

    static InterestRun ordered(Scheme scheme, int year, int number, String by, String command, Instant orderedAt) {
        return new InterestRun(
                id(scheme, year, number),
                scheme,
                year,
                State.ORDERED,
                by,
                command,
                null,
                "",
                0,
                orderedAt,
                null,
                null,
                null);
    }

    static String id(Scheme scheme, int year, int number) {
        return "%s-%d-%03d".formatted(scheme.code(), year, number);
    }

    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    /** The chunk that comes next. */
    String nextChunk() {
        return id + "|%06d".formatted(chunks + 1);
    }
}
