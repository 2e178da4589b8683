package org.nxsi.simulators.bank;

import java.time.Duration;

/**
 * How a simulated bank behaves.
 *
 * @param shortestDelay_ms and longestDelay_ms: results are told so long after an order was booked
 * @param entriesPerPage of a statement, 1 to 5,000
 */
public record BankSettings(long shortestDelay_ms, long longestDelay_ms, int entriesPerPage) {

    public BankSettings {
        if (shortestDelay_ms < 0 || longestDelay_ms < shortestDelay_ms || longestDelay_ms > 86_400_000) {
            throw new IllegalArgumentException("not a range of delays in milliseconds, at most a day");
        }
        if (entriesPerPage < 1 || entriesPerPage > 5_000) {
            throw new IllegalArgumentException("a statement page has 1 to 5000 entries");
        }
    }

    /** The same delay for the same order, spread evenly over the range. */
    Duration delayOf(String messageId) {
        long range = longestDelay_ms - shortestDelay_ms + 1;
        return Duration.ofMillis(shortestDelay_ms + Math.floorMod(messageId.hashCode() * 0x9E3779B9L, range));
    }
}
