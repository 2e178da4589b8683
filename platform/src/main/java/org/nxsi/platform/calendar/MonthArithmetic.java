package org.nxsi.platform.calendar;

import java.time.LocalDate;

/** Periods in months: they end on the same day of a later month, or on its last day if it has no such day (30 Nov + 3 = 28 Feb). */
public final class MonthArithmetic {

    private static final int MOST_MONTHS = 1_200;

    private MonthArithmetic() {}

    /**
     * The same day so many months later, else the month's last day.
     *
     * @param months 0 to 1,200
     * @throws IllegalArgumentException for any other number of months
     */
    public static LocalDate plus(LocalDate day, int months) {
        if (months < 0 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("not a number of months from 0 to " + MOST_MONTHS + ": " + months);
        }
        return day.plusMonths(months);
    }

    /**
     * The last day of a period of months that starts from a day.
     *
     * @throws CalendarUnknown if the rule needs a year without holiday data
     */
    public static LastDay lastDay(LocalDate from, int months, RestDayRule rule, WorkingDays workingDays) {
        LocalDate reckoned = plus(from, months);
        LocalDate date = rule.moves() ? workingDays.onOrAfter(reckoned) : reckoned;
        return new LastDay(date, reckoned, date.equals(reckoned) ? null : rule.clause());
    }
}
