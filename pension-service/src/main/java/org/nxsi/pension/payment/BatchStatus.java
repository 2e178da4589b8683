package org.nxsi.pension.payment;

import java.util.List;

/** Where a bank batch stands. UNKNOWN is a state: nobody sends again before the bank has said "not found". */
public enum BatchStatus {
    /** Calculated with its run; nothing may leave. */
    CALCULATED,
    /** Released by finance; to be sent. */
    RELEASED,
    /** Canonical bytes and message id are stored; the call to the bank may be under way. */
    SENDING,
    /** The bank has it, by its signed word. */
    SENT,
    /** Silence. To be inquired about. */
    UNKNOWN,
    /** Refused as a whole by the bank's signed, final word: only now may a new message id be used. */
    REFUSED,
    /** Every instruction has its final word. */
    SETTLED;

    /** Released, but without a final word for everybody yet. */
    static final List<BatchStatus> UNDER_WAY = List.of(RELEASED, SENDING, SENT, UNKNOWN, REFUSED);
}
