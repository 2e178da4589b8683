package org.nxsi.platform.emergency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * The emergency periods as far as this instance knows them: read from their whole topic at every start, and followed from
 * then on. A new record is here within moments of its confirmation, not in the same instant.
 */
public final class EmergencyPeriods {

    /** The compacted topic that holds the full state of each region, keyed by its code. */
    public static final String TOPIC = "emergency.periods";

    /** The one type of event there: all periods of a region. */
    public static final String REGION_STATE = "emergency.region-state";

    private static final Comparator<EmergencyPeriod> BY_FIRST_DAY =
            Comparator.comparing(EmergencyPeriod::from).thenComparing(EmergencyPeriod::id);

    private volatile @Nullable List<EmergencyPeriod> copy;

    EmergencyPeriods() {}

    /** A copy that never changes: for rules that are tried out without a broker. */
    public static EmergencyPeriods of(EmergencyPeriod... periods) {
        EmergencyPeriods fixed = new EmergencyPeriods();
        fixed.replace(List.of(periods));
        return fixed;
    }

    /**
     * The period in force for an area on a day: its own, or that of the nearest area above.
     *
     * @throws PeriodsNotRead until the copy is complete
     */
    public Optional<EmergencyPeriod> inForce(AreaCode area, LocalDate on) {
        List<EmergencyPeriod> known = known();
        for (AreaCode each : area.lineage()) {
            for (EmergencyPeriod period : known) {
                if (period.region().equals(each) && period.isInForceOn(on)) {
                    return Optional.of(period);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * All periods of an area and of those above it, by first day.
     *
     * @throws PeriodsNotRead until the copy is complete
     */
    public List<EmergencyPeriod> of(AreaCode area) {
        return known().stream().filter(each -> each.region().contains(area)).toList();
    }

    /** Whether the copy is complete as of some moment since the start. */
    boolean isRead() {
        return copy != null;
    }

    void replace(List<EmergencyPeriod> periods) {
        List<EmergencyPeriod> sorted = new ArrayList<>(periods);
        sorted.sort(BY_FIRST_DAY);
        copy = List.copyOf(sorted);
    }

    List<EmergencyPeriod> known() {
        List<EmergencyPeriod> known = copy;
        if (known == null) {
            throw new PeriodsNotRead();
        }
        return known;
    }
}
