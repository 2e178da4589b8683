package org.nxsi.enrollment.transfer;

/** What a written step still has to bring about in other aggregates; taken up again after a crash. */
public enum Todo {
    /** Credit the account. */
    BOOK,
    /** Seal the account. */
    SEAL,
    /** End the relations and empty the account. */
    SEND,
    /** Give everything back. */
    RESTORE
}
