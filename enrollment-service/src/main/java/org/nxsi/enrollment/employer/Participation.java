package org.nxsi.enrollment.employer;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/**
 * That an employer takes part in a scheme.
 *
 * @param to last month; null while it lasts
 */
public record Participation(
        Scheme scheme, Month from, @Nullable Month to) {

    boolean covers(Month month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    boolean overlapsFrom(Month start) {
        return to == null || !to.isBefore(start);
    }

    String written() {
        return from + "…" + (to == null ? "" : to);
    }
}
