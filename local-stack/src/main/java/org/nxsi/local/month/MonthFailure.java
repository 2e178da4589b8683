package org.nxsi.local.month;

/** Why the month cannot go on; the message is for the person at the terminal. */
public final class MonthFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MonthFailure(String message) {
        super(message);
    }

    public MonthFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
