package org.nxsi.platform.events;

/** An event that no repetition will make digestible: it goes to people, not to a retry. */
public final class PoisonousEvent extends RuntimeException {

    public PoisonousEvent(String message, Throwable cause) {
        super(message, cause);
    }

    public PoisonousEvent(String message) {
        super(message);
    }
}
