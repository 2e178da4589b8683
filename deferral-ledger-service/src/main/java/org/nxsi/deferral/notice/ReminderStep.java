package org.nxsi.deferral.notice;

import java.time.LocalDate;

/**
 * How far ahead of a deadline a reminder is due. A step that was missed, because nobody ran or the deadline was set late, is
 * made up as long as the next one is not due.
 */
enum ReminderStep {
    DAYS_30(30, 8),
    DAYS_7(7, 2),
    DAY_1(1, 0);

    private final int first_days;
    private final int last_days;

    ReminderStep(int first_days, int last_days) {
        this.first_days = first_days;
        this.last_days = last_days;
    }

    /** Days ahead: 30, 7 or 1. */
    int days() {
        return first_days;
    }

    /** The nearest deadline that this step reminds of today. */
    LocalDate nearest(LocalDate today) {
        return today.plusDays(last_days);
    }

    /** The furthest one. */
    LocalDate furthest(LocalDate today) {
        return today.plusDays(first_days);
    }
}
