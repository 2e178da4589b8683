package org.nxsi.local.cli;

/** The command line cannot be understood; the message says which word. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
