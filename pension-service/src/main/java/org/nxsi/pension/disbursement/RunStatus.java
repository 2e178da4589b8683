package org.nxsi.pension.disbursement;

/** Where a disbursement run stands (RULES 5.1 pipeline); it only ever moves forward. */
public enum RunStatus {
    /** 应付核定 under way. */
    CALCULATING,
    /** Every slice is closed and the count of beneficiaries is complete. */
    CALCULATED,
    /** 资金申请: asked the treasury for what the payout accounts lack. */
    FUNDS_APPLIED,
    /** 拨付: the payout accounts cover the run. */
    FUNDED,
    /** 复核: approved by somebody who did not make it; control totals frozen. */
    APPROVED,
    /** Released by a third person; on its way to the banks. */
    RELEASED,
    /** Every batch has its final words. */
    PAID,
    /** Statements, instructions and books agree, or every difference is named. */
    RECONCILED,
    /** Closed; returns live on in the correction list. */
    CLOSED
}
