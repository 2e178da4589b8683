package org.nxsi.enrollment.putoff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * Business of one scheme that was put off: opens, or completes, the ledger's entry of its subject, kind and month.
 *
 * @param subjectId credit code of an employer, else the opaque person id
 * @param month that it belongs to (费款所属期); of a yearly payment the month in which it was due
 * @param dueDate last day by normal rules; within an emergency period of the area
 * @param amount null where it is not known
 * @param reason 1 to 100 characters, for people
 * @param madeUpOn where it was made up by the same fact: the business date
 */
public record PutOffLine(
        PutOffSubject subjectKind,
        String subjectId,
        PutOffKind kind,
        Scheme scheme,
        Month month,
        AreaCode area,
        LocalDate dueDate,
        @Nullable Fen amount,
        String reason,
        Channel channel,
        @Nullable LocalDate madeUpOn) {

    private static final int LONGEST_REASON = 100;

    /** @throws IllegalArgumentException for an amount that is not positive, or a reason of another length */
    public PutOffLine {
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("what is put off is more than nothing: " + amount);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
        }
    }

    /** What a payer has put off and not made up yet. */
    public static PutOffLine of(
            Payer payer,
            PutOffKind kind,
            Scheme scheme,
            Month month,
            AreaCode area,
            LocalDate dueDate,
            @Nullable Fen amount,
            String reason,
            Channel channel) {
        return new PutOffLine(
                PutOffSubject.of(payer),
                PutOffSubject.idOf(payer),
                kind,
                scheme,
                month,
                area,
                dueDate,
                amount,
                reason,
                channel,
                null);
    }

    /** The same, made up by the same fact. */
    public PutOffLine madeUp(LocalDate on) {
        return new PutOffLine(subjectKind, subjectId, kind, scheme, month, area, dueDate, amount, reason, channel, on);
    }
}
