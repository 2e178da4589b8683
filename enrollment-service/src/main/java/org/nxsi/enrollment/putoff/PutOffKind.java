package org.nxsi.enrollment.putoff;

/** What was put off; the ledger's words. */
public enum PutOffKind {
    /** Registration of employees, flexible workers or residents (参保登记). */
    REGISTRATION,
    /** A month's or year's contribution (缴费). */
    CONTRIBUTION,
    /** A lump-sum make-up (一次性补缴); of persons only. */
    LUMP_SUM_MAKE_UP
}
