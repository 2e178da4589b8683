package org.nxsi.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.WorkingDays;

/**
 * The time in which a decision was promised (承诺时限), in working days from the day of submission, which is not counted.
 * It stands still while the applicant supplies papers or the case is suspended: after the day of the stop up to and with
 * the day of going on, no day is counted.
 *
 * @param days working days, 1 to 250
 * @param stops in order of time; only the last can be open
 */
public record PromisedTime(LocalDate from, int days, List<Stop> stops) {

    private static final int MOST_DAYS = 250;

    /**
     * A time that is not counted.
     *
     * @param until null while it lasts
     */
    public record Stop(LocalDate since, @Nullable LocalDate until) {

        public Stop {
            if (until != null && until.isBefore(since)) {
                throw new IllegalArgumentException("a stop ends before it begins");
            }
        }
    }

    /**
     * Takes what can have happened.
     *
     * @throws IllegalArgumentException if the days are out of range or the stops out of order
     */
    public PromisedTime {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("not a promised number of working days: " + days);
        }
        stops = List.copyOf(stops);
        LocalDate earliest = from;
        for (Stop stop : stops) {
            if (earliest == null || stop.since().isBefore(earliest)) {
                throw new IllegalArgumentException("the stops of a promised time overlap");
            }
            earliest = stop.until();
        }
    }

    public static PromisedTime of(LocalDate from, int days) {
        return new PromisedTime(from, days, List.of());
    }

    public boolean isStopped() {
        return !stops.isEmpty() && stops.getLast().until() == null;
    }

    /**
     * The last day of the promise; null while the clock stands still before it was reached.
     *
     * @throws CalendarUnknown if it lies in a year without holiday data
     */
    public @Nullable LocalDate dueOn(WorkingDays workingDays) {
        LocalDate counting = from;
        int left = days;
        for (Stop stop : stops) {
            int counted = workingDays.between(counting, stop.since());
            if (counted >= left) {
                break;
            }
            if (stop.until() == null) {
                return null;
            }
            left -= counted;
            counting = stop.until();
        }
        return workingDays.plus(counting, left);
    }

    /** Whether the day is later than promised. */
    public boolean isMissedOn(LocalDate day, WorkingDays workingDays) {
        LocalDate due = dueOn(workingDays);
        return due != null && day.isAfter(due);
    }

    PromisedTime stopped(LocalDate since) {
        return with(new Stop(since, null), stops);
    }

    PromisedTime goingOn(LocalDate until) {
        return with(new Stop(stops.getLast().since(), until), stops.subList(0, stops.size() - 1));
    }

    private PromisedTime with(Stop last, List<Stop> earlier) {
        List<Stop> all = new ArrayList<>(earlier);
        all.add(last);
        return new PromisedTime(from, days, all);
    }
}
