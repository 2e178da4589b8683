package org.nxsi.platform.calendar;

/** The holidays of a year are not in the data, so nothing can be said about its working days. */
public final class CalendarUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;

    CalendarUnknown(int year) {
        super("no holiday data for %d: 国务院办公厅关于%d年部分节假日安排的通知 is missing".formatted(year, year));
        this.year = year;
    }

    /** Stable code for answers: {@code calendar-unknown}. */
    public String code() {
        return "calendar-unknown";
    }

    public int year() {
        return year;
    }
}
