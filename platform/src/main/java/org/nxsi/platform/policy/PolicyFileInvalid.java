package org.nxsi.platform.policy;

/** A policy file says something that cannot be meant. The message names file and line. */
public final class PolicyFileInvalid extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PolicyFileInvalid(String place, String problem) {
        super(place + ": " + problem);
    }

    PolicyFileInvalid(String place, String problem, Throwable cause) {
        super(place + ": " + problem, cause);
    }
}
