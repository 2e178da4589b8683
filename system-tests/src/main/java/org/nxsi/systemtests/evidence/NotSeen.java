package org.nxsi.systemtests.evidence;

/** A part of the evidence could not be seen; the message says which and why. What needs it cannot be checked. */
public final class NotSeen extends RuntimeException {

    public NotSeen(String reason) {
        super(reason);
    }

    public NotSeen(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
