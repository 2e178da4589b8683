package org.nxsi.enrollment.putoff;

import java.time.LocalDate;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.platform.money.Month;

/** What was put off; the ledger's words. */
public enum PutOffKind {
    /** Registration of employees, flexible workers or residents (参保登记). */
    REGISTRATION,
    /** A month's or year's contribution (缴费). */
    CONTRIBUTION,
    /** A lump-sum make-up (一次性补缴); of persons only. */
    LUMP_SUM_MAKE_UP;

    /**
     * What it is that a payer has not paid. A resident's year belongs to the month in which it fell due; if it is due in a
     * later one it is a past year that is made up for.
     *
     * @param dueDate last day to pay
     */
    public static PutOffKind ofDue(Payer payer, Month month, LocalDate dueDate) {
        boolean madeUp = payer.kind() == PayerKind.RESIDENT && Month.of(dueDate).isAfter(month);
        return madeUp ? LUMP_SUM_MAKE_UP : CONTRIBUTION;
    }
}
