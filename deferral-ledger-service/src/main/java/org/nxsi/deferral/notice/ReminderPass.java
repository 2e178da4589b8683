package org.nxsi.deferral.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How far the reminders of one deadline and step have come. Public for the driver only.
 *
 * @param batch number of the next batch; the one before it is a notice to everybody in it
 * @param after the last entry looked at in the pass of the day; null at its beginning
 * @param passedOn business date of the last pass that came to its end; null if none has
 * @param passedAt when that was, real clock
 */
public record ReminderPass(
        @BsonId String id,
        LocalDate deadline,
        int days,
        int batch,
        @Nullable String after,
        @Nullable LocalDate passedOn,
        @Nullable Instant passedAt) {

    /** Whether the day's pass is done, and not so long ago that entries of since then had to wait. */
    boolean isDone(LocalDate today, Duration again) {
        return today.equals(passedOn)
                && passedAt != null
                && after == null
                && Instant.now().isBefore(passedAt.plus(again));
    }

    static String id(LocalDate deadline, ReminderStep step) {
        return deadline + "|" + step.days();
    }

    static ReminderPass beginning(LocalDate deadline, ReminderStep step) {
        return new ReminderPass(id(deadline, step), deadline, step.days(), 0, null, null, null);
    }
}
