package org.nxsi.pension.instruction;

/**
 * What became of an instruction. Whether a pending one has been approved, released or sent is its run's and its
 * batch's to say: an instruction is written when it is calculated and once more when the bank has spoken.
 */
public enum InstructionStatus {
    /** No final word yet. After its batch was sent this is the state that the books call unknown. */
    PENDING,
    /** Credited, by the bank's checked word. */
    PAID,
    /** Returned by the bank (退票), with a reason; on the correction list. */
    RETURNED,
    /** Stopped after approval and before its batch was sent: a named exception. */
    WITHHELD,
    /** Entitled, but not payable as things stand: a named exception. */
    EXCEPTION
}
