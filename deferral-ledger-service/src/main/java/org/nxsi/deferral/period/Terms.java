package org.nxsi.deferral.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the documents say of a period.
 *
 * @param from first day
 * @param docNo number of the document that declared it
 * @param liftedOn day of lifting (疫情解除), which still belongs to the period: what is counted from it begins with the day
 *     after. It may be published ahead or after the fact; null until it is published
 * @param liftDocNo number of the document that lifted it; null until then
 */
public record Terms(
        LocalDate from,
        String docNo,
        @Nullable LocalDate liftedOn,
        @Nullable String liftDocNo) {

    public Terms {
        if ((liftedOn == null) != (liftDocNo == null)) {
            throw new IllegalArgumentException("a lifting has a day and a document, or is none");
        }
        if (liftedOn != null && liftedOn.isBefore(from)) {
            throw new IllegalArgumentException("lifted on " + liftedOn + ", before the first day " + from);
        }
    }

    static Terms declared(LocalDate from, String docNo) {
        return new Terms(from, docNo, null, null);
    }

    Terms lifted(LocalDate on, String byDocNo) {
        return new Terms(from, docNo, on, byDocNo);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (liftedOn == null || !day.isAfter(liftedOn));
    }

    boolean sharesADayWith(Terms other) {
        return !isOverBefore(other) && !other.isOverBefore(this);
    }

    private boolean isOverBefore(Terms other) {
        return liftedOn != null && liftedOn.isBefore(other.from);
    }
}
