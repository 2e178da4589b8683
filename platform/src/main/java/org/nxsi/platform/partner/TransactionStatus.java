package org.nxsi.platform.partner;

/** How a bank stands to one payment (ISO 20022 ExternalPaymentTransactionStatus). */
public enum TransactionStatus {
    /** Credited to the payee. */
    ACSC,
    /** Returned (退票), with a reason code E01 to E09 (RULES 5.1). */
    RJCT,
    /** No result yet. */
    PDNG
}
