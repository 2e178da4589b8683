package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * An unbroken run of months (起止年月).
 *
 * @param from first month
 * @param to last month; null while it runs
 * @param hiredOn first day of employment (用工之日); null where nobody is employed, or it was never told
 * @param reason why it ended; null while it runs
 */
public record Spell(
        Month from,
        @Nullable Month to,
        @Nullable LocalDate hiredOn,
        @Nullable StopReason reason) {

    /** @throws IllegalArgumentException if it ends before it begins, or has an end without a reason */
    public Spell {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends " + to + " before it begins " + from);
        }
        if ((to == null) != (reason == null)) {
            throw new IllegalArgumentException("an end and its reason come together");
        }
    }

    public boolean covers(Month month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    public boolean runs() {
        return to == null;
    }

    boolean overlaps(Month first, @Nullable Month last) {
        return (last == null || !from.isAfter(last)) && (to == null || !to.isBefore(first));
    }
}
