package org.nxsi.enrollment.rights;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.scheme.Scheme;

/**
 * A scheme's months in a person's record.
 *
 * @param months by month, ascending
 * @param sample whether any of them rests on made-up policies
 */
record SchemeRecord(Scheme scheme, List<RecordMonth> months, boolean sample) {

    private static final int MONTHS_OF_A_YEAR = 12;

    SchemeRecord {
        months = List.copyOf(months);
    }

    /** Residents pay by the year (城乡居民按年缴费): a line is a year. */
    static boolean isYearly(Scheme scheme) {
        return switch (scheme) {
            case RESIDENT_PENSION -> true;
            case EMPLOYEE_PENSION, CIVIL_SERVANT_PENSION, UNEMPLOYMENT, WORK_INJURY -> false;
        };
    }

    /** How many months stand so; of a year twelve. */
    Map<MonthState, Integer> counts() {
        Map<MonthState, Integer> counts = new EnumMap<>(MonthState.class);
        months.forEach(each -> counts.merge(each.state(), isYearly(scheme) ? MONTHS_OF_A_YEAR : 1, Integer::sum));
        return counts;
    }

    int of(MonthState state) {
        return counts().getOrDefault(state, 0);
    }

    /** Months that count toward years. */
    int counted() {
        return MonthState.counted(counts());
    }

    List<Gap> gaps() {
        return Gap.of(months);
    }
}
