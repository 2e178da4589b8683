package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.LastDay;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.calendar.RestDayRule;
import org.nxsi.platform.calendar.WorkingDays;

/**
 * Until when something put off can be made up: within three months after the emergency is lifted (宁人社办发〔2020〕2号
 * 第七条).
 *
 * @param date last day
 * @param reckoned the same day so many months after the lifting, before any rest-day rule
 * @param movedBy the clause that moved it; null if it was not moved
 */
public record Deadline(
        LocalDate date, LocalDate reckoned, @Nullable String movedBy) {

    public static final String CLAUSE = "宁人社办发〔2020〕2号 第七条";

    /**
     * The deadline that follows from a day of lifting.
     *
     * @param months policy {@code deferral.make_up_months}
     * @throws org.nxsi.platform.calendar.CalendarUnknown if the rule needs a year without holiday data
     */
    public static Deadline after(LocalDate liftedOn, int months, RestDayRule rule, WorkingDays calendar) {
        LastDay last = MonthArithmetic.lastDay(liftedOn, months, rule, calendar);
        return new Deadline(last.date(), last.reckoned(), last.clause());
    }

    /** Whether something done on this day is late. */
    public boolean isMissedOn(LocalDate day) {
        return day.isAfter(date);
    }
}
