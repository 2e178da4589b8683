package org.nxsi.deferral.period;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a period's chain: what two people have said of it, for ever. The last one counts.
 *
 * @param number from 1; each supersedes the one before
 * @param terms all that the documents say from this record on
 * @param reason why; always there in a correction
 * @param proposedBy the person who made it
 * @param confirmedBy another person
 * @param confirmedOn business date of the confirmation
 */
public record PeriodRecord(
        int number,
        Kind kind,
        Terms terms,
        @Nullable String reason,
        String proposedBy,
        Instant proposedAt,
        String confirmedBy,
        Instant confirmedAt,
        LocalDate confirmedOn) {

    /** What was said. */
    public enum Kind {
        DECLARED,
        LIFTED,
        CORRECTED
    }
}
