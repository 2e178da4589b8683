package org.nxsi.pension.beneficiary;

/** Whether the benefit is being paid (待遇发放状态). */
public enum BeneficiaryStatus {
    /** 正常发放. */
    ACTIVE,

    /** 暂停: held back, paid later in full. */
    SUSPENDED,

    /** 终止. */
    STOPPED
}
