package org.nxsi.enrollment.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a worker is on the roster of a project. Public for the driver only.
 *
 * @param from first day
 * @param to last day; null while it lasts, and until the project ends
 * @param begun who put it on the roster, and when
 * @param ended who ended it, and when; null while it lasts
 */
public record Stay(
        LocalDate from,
        @Nullable LocalDate to,
        Mark begun,
        @Nullable Mark ended) {

    /**
     * Where an entry comes from.
     *
     * @param cause the row that made it, so that a repetition finds it
     * @param on business date on which it was told: an entry told after an accident is seen to be one
     */
    public record Mark(String cause, String by, LocalDate on) {}

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !from.isAfter(otherTo));
    }

    boolean isCausedBy(String cause) {
        return begun.cause().equals(cause) || (ended != null && ended.cause().equals(cause));
    }

    Stay until(LocalDate last, Mark mark) {
        return new Stay(from, last, begun, mark);
    }
}
