package org.nxsi.pension.disbursement;

/** Why a payment is stopped although it was approved. */
public enum StopReason {
    /** 疑似死亡. */
    DEATH_REPORTED,
    /** 服刑. */
    SENTENCE,
    /** 重复领取待遇. */
    DOUBLE_PENSION,
    /** 身份存疑. */
    IDENTITY_DOUBTED,
    /** 金额有误. */
    WRONG_AMOUNT,
    /** 其他; the note says what. */
    OTHER
}
