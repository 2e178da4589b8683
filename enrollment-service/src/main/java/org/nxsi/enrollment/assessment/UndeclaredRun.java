package org.nxsi.enrollment.assessment;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * The walk over all employers after a month's due date, and how far it has come. Public for the driver.
 *
 * @param id the month
 * @param cursor credit code of the employer done last; empty at the beginning
 * @param assessed how many sheets it has issued
 * @param left how many employers it leaves to people, see {@link UndeclaredLeft}
 * @param leasedBy who works on it; null if nobody does
 */
public record UndeclaredRun(
        @BsonId String id,
        State state,
        String cursor,
        int chunks,
        int assessed,
        int left,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String leasedBy,
        @Nullable Instant leasedUntil) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE
    }

    static UndeclaredRun begun(Month month, Instant at) {
        return new UndeclaredRun(month.toString(), State.RUNNING, "", 0, 0, 0, at, null, null, null);
    }

    Month month() {
        return Month.parse(id);
    }
}
