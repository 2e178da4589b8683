package org.nxsi.platform.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a period, and why it is this day.
 *
 * @param date the last day on which the act is in time
 * @param reckoned the day before any rest-day rule
 * @param clause the clause that moved it; null if it was not moved
 */
public record LastDay(
        LocalDate date, LocalDate reckoned, @Nullable String clause) {

    public LastDay {
        if (date.isBefore(reckoned) || date.equals(reckoned) != (clause == null)) {
            throw new IllegalArgumentException("a last day moves only later, and only by a clause");
        }
    }

    public boolean moved() {
        return clause != null;
    }

    /** Whether an act on this day is late. */
    public boolean isMissedOn(LocalDate day) {
        return day.isAfter(date);
    }
}
