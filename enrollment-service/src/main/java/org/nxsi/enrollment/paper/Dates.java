package org.nxsi.enrollment.paper;

import java.time.LocalDate;
import org.nxsi.platform.money.Month;

/** Days and months as papers write them. */
public final class Dates {

    private Dates() {}

    public static String chinese(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    public static String chinese(Month month) {
        return "%d年%d月".formatted(month.year(), month.number());
    }

    /** A run of months; of a single month only that. */
    public static String chinese(Month from, Month to) {
        return from.equals(to) ? chinese(from) : chinese(from) + "至" + chinese(to);
    }
}
