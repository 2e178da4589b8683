package org.nxsi.enrollment.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;

/** The last day of a case's promise, as far as it can be told. */
final class DueDay {

    private DueDay() {}

    /** Null while the clock stands still, and where the calendar of that year is not published yet: no reason to refuse a case. */
    static @Nullable LocalDate of(CaseFile file) {
        try {
            return file.promise().dueOn(WorkingDays.official());
        } catch (CalendarUnknown notYet) {
            return null;
        }
    }
}
