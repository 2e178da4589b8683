package org.nxsi.deferral.consequence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which rules a payment of something put off is under. */
enum Ground {
    /** Paid by its due date. */
    NOT_LATE,
    /** Made up in the time that article 7 gives: whether a fee is due is a policy switch. */
    IN_WINDOW,
    /** Made up after it, and two people have decided that the normal rules apply: counted from the due date. */
    NORMAL_RULES,
    /** Made up after it, and nobody has decided: a person must, not a program. */
    UNDECIDED,
    /** An approved postponement (缓缴): no fee while it runs, the usual one after it. */
    POSTPONED;

    /**
     * The ground of something deferred (延期).
     *
     * @param deadline last day of making up; null while the emergency is not lifted
     * @param decided whether two people have decided that the normal rules apply
     */
    static Ground of(LocalDate dueDate, @Nullable LocalDate deadline, LocalDate paidOn, boolean decided) {
        if (!paidOn.isAfter(dueDate)) {
            return NOT_LATE;
        }
        if (deadline == null || !paidOn.isAfter(deadline)) {
            return IN_WINDOW;
        }
        return decided ? NORMAL_RULES : UNDECIDED;
    }
}
