package org.nxsi.systemtests.faults;

/** Why a round is not green; the message is for the person who will look into it. */
final class RoundFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoundFailure(String message) {
        super(message);
    }
}
