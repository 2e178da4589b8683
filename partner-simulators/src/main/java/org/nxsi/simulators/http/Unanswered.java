package org.nxsi.simulators.http;

import java.time.Duration;

/** The connection is to be closed without an answer, after it was held open for a while. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration held;

    Unanswered(Duration held) {
        this.held = held;
    }

    Duration held() {
        return held;
    }
}
