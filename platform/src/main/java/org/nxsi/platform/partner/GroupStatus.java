package org.nxsi.platform.partner;

/** How a bank stands to a payment order as a whole (ISO 20022 ExternalPaymentGroupStatus). */
public enum GroupStatus {
    /** Received and kept; nothing booked yet. */
    RCVD,
    /** Accepted: booked against the payout accounts; the payments' results follow. */
    ACCP,
    /** Some payments are booked, some are still open. */
    PDNG,
    /** All results are there, some payments were returned. */
    PART,
    /** All payments were credited. */
    ACSC,
    /** Refused as a whole, with a reason. */
    RJCT
}
