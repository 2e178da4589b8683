package org.nxsi.enrollment.transfer;

/** What can happen to a transfer. */
enum Move {
    ACCEPT,
    /** The contact letter (联系函) leaves the new place. */
    LETTER,
    /** The old place works on it. */
    HANDLE,
    INFORMATION,
    MONEY,
    /** What has come does not agree: people look at it. */
    HOLD,
    /** Two people have settled what did not agree. */
    RELEASE,
    COMPLETE,
    RETURN,
    WITHDRAW
}
