package org.nxsi.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long POLL_NS = 5_000_000;

    private Waiting() {}

    static void until(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(LIMIT);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited " + LIMIT + " in vain for: " + what);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }
}
