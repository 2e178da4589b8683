package org.nxsi.local.store;

/** The store cannot be opened or cannot listen; the message is one line for people. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
