package org.nxsi.enrollment.putoff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * Business of one scheme that was made up; it may be told before it is told that it was put off.
 *
 * @param subjectId credit code of an employer, else the opaque person id
 * @param amount null for all of the scheme
 * @param on business date on which it was made up
 * @param reference number of the payment or case, 1 to 100 characters
 */
public record MadeUpLine(
        PutOffSubject subjectKind,
        String subjectId,
        PutOffKind kind,
        Scheme scheme,
        Month month,
        AreaCode area,
        @Nullable Fen amount,
        LocalDate on,
        String reference) {

    private static final int LONGEST_REFERENCE = 100;

    /** @throws IllegalArgumentException for an amount that is not positive, or a reference of another length */
    public MadeUpLine {
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("what is made up is more than nothing: " + amount);
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("a reference has 1 to " + LONGEST_REFERENCE + " characters");
        }
    }

    public static MadeUpLine of(
            Payer payer,
            PutOffKind kind,
            Scheme scheme,
            Month month,
            AreaCode area,
            @Nullable Fen amount,
            LocalDate on,
            String reference) {
        return new MadeUpLine(
                PutOffSubject.of(payer), PutOffSubject.idOf(payer), kind, scheme, month, area, amount, on, reference);
    }
}
