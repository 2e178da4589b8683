package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Month;

/** An unbroken run of missing months (中断). Public for JSON's sake. */
public record Gap(Month from, Month to) {

    /** The runs of missing months; whatever else there is makes no gap. @param months by month, ascending */
    static List<Gap> of(List<RecordMonth> months) {
        List<Gap> gaps = new ArrayList<>();
        Gap open = null;
        for (RecordMonth each : months) {
            if (!each.state().isGap()) {
                continue;
            }
            if (open != null && open.to().next().equals(each.month())) {
                open = new Gap(open.from(), each.month());
                gaps.set(gaps.size() - 1, open);
            } else {
                open = new Gap(each.month(), each.month());
                gaps.add(open);
            }
        }
        return List.copyOf(gaps);
    }
}
