package org.nxsi.enrollment.flexible;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;

/**
 * What a flexible worker asks for: months of one year, one base for all of them.
 *
 * @param area where to be insured; null for where the person's file is kept
 */
record FlexibleMonths(
        Month from, Month to, Fen base, @Nullable AreaCode area) {

    /** As it comes in. */
    record Wanted(
            @Nullable Month from,
            @Nullable Month to,
            @Nullable Fen base,
            @Nullable AreaCode area) {

        FlexibleMonths checked() {
            Month first = Needed.field(from, "from");
            Month last = Needed.field(to, "to");
            Fen chosen = Needed.field(base, "base");
            if (last.isBefore(first) || first.year() != last.year()) {
                throw Problem.badRequest("months-not-of-one-year", "to", "1 to 12 months of one year")
                        .exception();
            }
            if (!chosen.isPositive()) {
                throw Problem.badRequest("base-not-positive", "base", "a base is more than nothing")
                        .exception();
            }
            if (area != null && !AreaCode.NINGXIA.contains(area)) {
                throw Problem.badRequest("area-elsewhere", "area", "an area of Ningxia")
                        .exception();
            }
            return new FlexibleMonths(first, last, chosen, area);
        }
    }

    int year() {
        return from.year();
    }

    List<Month> months() {
        return IntStream.rangeClosed(0, from.until(to)).mapToObj(from::plus).toList();
    }
}
