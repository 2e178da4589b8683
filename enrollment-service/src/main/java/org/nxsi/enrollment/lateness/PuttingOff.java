package org.nxsi.enrollment.lateness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.emergency.PeriodsNotRead;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;

/**
 * Puts off what was not paid by its due date where an emergency period covers that date, whenever it is found out. What was
 * due before the period, or after it, stays under the normal rules. What is put off is not found again, so the walk has no
 * memory of its own and may be killed anywhere.
 */
@Component
class PuttingOff {

    private static final int AT_ONCE = 500;

    private final Dues dues;
    private final PostingToDues posting;
    private final EmergencyPeriods periods;
    private final BusinessClock clock;

    PuttingOff(Dues dues, PostingToDues posting, EmergencyPeriods periods, BusinessClock clock) {
        this.dues = dues;
        this.posting = posting;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Walks over all periods.
     *
     * @return how many dues were put off
     * @throws PeriodsNotRead until the periods are known
     */
    int putOff() {
        return allPeriods().distinct().mapToInt(this::putOff).sum();
    }

    private Stream<EmergencyPeriod> allPeriods() {
        return AreaCode.all().stream().filter(AreaCode.NINGXIA::contains).flatMap(area -> periods.of(area).stream());
    }

    int putOff(EmergencyPeriod period) {
        LocalDate today = clock.today();
        LocalDate lifted = period.liftedOn();
        LocalDate before = lifted != null && lifted.isBefore(today) ? lifted.plusDays(1) : today;
        int count = 0;
        List<Due> some = List.of();
        do {
            String after = some.isEmpty() ? null : some.getLast().id();
            some = dues.overdue(period.region(), period.from(), before, after, AT_ONCE);
            count += post(some, period, today);
        } while (some.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
        return count;
    }

    private int post(List<Due> some, EmergencyPeriod period, LocalDate today) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<DueKey, List<Posting>> wanted = new LinkedHashMap<>();
        some.forEach(each -> wanted.put(each.key(), List.of(Posting.putOff(now, today, period.id()))));
        return (int) posting.post(wanted, period.region()).values().stream()
                .filter(Due::isPutOff)
                .count();
    }
}
