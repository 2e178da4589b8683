package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/**
 * Months under two pension relations of one human being: they come about where two ids are joined, and people settle them.
 *
 * @param from first month of both
 * @param to last month of both; null while both run
 */
record Overlap(
        Scheme scheme,
        Payer payer,
        Scheme otherScheme,
        Payer otherPayer,
        Month from,
        @Nullable Month to) {

    /** All of them, in the order of the relations. */
    static List<Overlap> among(List<Relation> relations) {
        List<Relation> pensions =
                relations.stream().filter(each -> each.scheme().keepsAccount()).toList();
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < pensions.size(); i++) {
            for (int j = i + 1; j < pensions.size(); j++) {
                between(pensions.get(i), pensions.get(j), overlaps);
            }
        }
        return overlaps;
    }

    private static void between(Relation one, Relation other, List<Overlap> overlaps) {
        for (Spell each : one.spells()) {
            for (Spell with : other.spells()) {
                if (each.overlaps(with.from(), with.to())) {
                    Month from = each.from().isAfter(with.from()) ? each.from() : with.from();
                    overlaps.add(new Overlap(
                            one.scheme(),
                            one.payer(),
                            other.scheme(),
                            other.payer(),
                            from,
                            earlier(each.to(), with.to())));
                }
            }
        }
    }

    private static @Nullable Month earlier(@Nullable Month one, @Nullable Month other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
