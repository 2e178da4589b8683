package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.enrollment.paper.Dates;

/** How papers, and whoever verifies them, put months into words. */
final class Words {

    private static final Set<MonthState> TO_COME =
            EnumSet.of(MonthState.NOT_YET_DUE, MonthState.AWAITING_PAYMENT, MonthState.UNSETTLED);

    private Words() {}

    /** How many months count and, beside them, what does not: {@code 10（延期2、缺缴1）}. */
    static String of(Map<MonthState, Integer> states) {
        List<String> others = new ArrayList<>();
        add(others, "延期", states.getOrDefault(MonthState.DEFERRED, 0));
        add(others, "缺缴", states.getOrDefault(MonthState.MISSING, 0));
        add(others, "待缴", toCome(states));
        String counted = String.valueOf(MonthState.counted(states));
        return others.isEmpty() ? counted : counted + "（" + String.join("、", others) + "）";
    }

    /** Months that nobody is late for. */
    static int toCome(Map<MonthState, Integer> states) {
        return TO_COME.stream().mapToInt(each -> states.getOrDefault(each, 0)).sum();
    }

    static String gaps(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return "无";
        }
        List<String> runs =
                gaps.stream().map(each -> Dates.chinese(each.from(), each.to())).toList();
        return String.join("；", runs);
    }

    /** A scheme's line in what verifies a person's record. */
    static String summary(SchemeView scheme) {
        return scheme.schemeName() + "：计入" + of(scheme.states()) + "个月";
    }

    /** A scheme's line in what verifies an employer's record. */
    static String summary(EmployerRecord.SchemeTotal scheme) {
        return scheme.schemeName() + "：参保" + scheme.persons() + "人，计入" + of(scheme.states()) + "人月";
    }

    private static void add(List<String> others, String title, int months) {
        if (months > 0) {
            others.add(title + months);
        }
    }
}
