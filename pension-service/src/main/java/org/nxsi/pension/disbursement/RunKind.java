package org.nxsi.pension.disbursement;

/** What a run pays. */
public enum RunKind {
    /** The pensions of one month, to everybody; one per month, {@code <month>-R1}. */
    REGULAR,
    /** What came back and was corrected, whatever month it belongs to; {@code <month>-R2} and on. */
    SUPPLEMENTARY
}
