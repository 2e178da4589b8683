package org.nxsi.platform.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The working days of the nation: Monday to Friday without the official rest days, plus the make-up workdays. Periods of
 * administrative licences are counted in them (行政许可法 第八十二条). A question that touches a year without data throws {@link CalendarUnknown}.
 */
public final class WorkingDays {

    /** No promise runs longer; a larger number is a mistake. */
    private static final int MOST_DAYS = 1_000;

    private static final WorkingDays OFFICIAL = read("/calendar/holidays.csv");

    private final HolidayList holidays;

    private WorkingDays(HolidayList holidays) {
        this.holidays = holidays;
    }

    /** The shipped calendar, 2019 to 2025. */
    public static WorkingDays official() {
        return OFFICIAL;
    }

    /**
     * A calendar from the lines of a file in the format of the shipped one.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static WorkingDays of(List<String> lines) {
        return new WorkingDays(HolidayList.read(lines));
    }

    /**
     * Whether the agency works on the day.
     *
     * @throws CalendarUnknown if the day's year has no data
     */
    public boolean isWorkingDay(LocalDate day) {
        if (!holidays.noticesByYear().containsKey(day.getYear())) {
            throw new CalendarUnknown(day.getYear());
        }
        Boolean listed = holidays.worked().get(day);
        return listed != null ? listed : !HolidayList.isWeekend(day);
    }

    /** The day itself if it is worked, else the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day itself if it is worked, else the last working day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The first working day after the day. */
    public LocalDate next(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The last working day before the day. */
    public LocalDate previous(LocalDate day) {
        return onOrBefore(day.minusDays(1));
    }

    /**
     * The last day of a period of working days; the day it starts from is not counted.
     *
     * @param days 0 to 1,000; 0 gives the day itself, worked or not
     * @throws IllegalArgumentException for any other number of days
     */
    public LocalDate plus(LocalDate day, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("not a number of working days from 0 to " + MOST_DAYS + ": " + days);
        }
        LocalDate end = day;
        for (int counted = 0; counted < days; counted++) {
            end = next(end);
        }
        return end;
    }

    /**
     * How many working days lie after the first day, up to and with the last; 0 if the last is not after the first.
     * The inverse of {@link #plus}.
     */
    public int between(LocalDate first, LocalDate last) {
        int counted = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return counted;
    }

    /**
     * The notices that the year's data rests on, the later one amending the earlier.
     *
     * @throws CalendarUnknown if the year has no data
     */
    public List<String> notices(int year) {
        List<String> notices = holidays.noticesByYear().get(year);
        if (notices == null) {
            throw new CalendarUnknown(year);
        }
        return List.copyOf(notices);
    }

    private static WorkingDays read(String resource) {
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
