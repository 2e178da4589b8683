package org.nxsi.enrollment.lateness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which rules a payment is under; the deferral ledger's words, where it has them. */
enum Ground {
    /** Paid by its due date. */
    NOT_LATE,
    /** Late, and no emergency period covers the due date. */
    NORMAL,
    /** Made up in the time that article 7 gives: whether a fee is due is a policy switch. */
    IN_WINDOW,
    /** Made up after it, and two people have decided that the normal rules apply: counted from the due date. */
    NORMAL_RULES,
    /** Made up after it, and nobody has decided: a person must, not a program. */
    UNDECIDED;

    /**
     * The ground of a payment.
     *
     * @param putOff whether it was put off in an emergency
     * @param deadline last day of making up; null while the emergency is not lifted
     * @param decided whether two people have decided that the normal rules apply
     */
    static Ground of(
            LocalDate dueDate, boolean putOff, @Nullable LocalDate deadline, LocalDate paidOn, boolean decided) {
        if (!paidOn.isAfter(dueDate)) {
            return NOT_LATE;
        }
        if (!putOff) {
            return NORMAL;
        }
        if (deadline == null || !paidOn.isAfter(deadline)) {
            return IN_WINDOW;
        }
        return decided ? NORMAL_RULES : UNDECIDED;
    }
}
