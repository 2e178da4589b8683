package org.nxsi.simulators.bank;

import org.jspecify.annotations.Nullable;

/**
 * What a bank says to an order at once.
 *
 * @param refusal why not; null if accepted
 */
record Verdict(@Nullable String refusal) {

    static final Verdict ACCEPTED = new Verdict(null);

    static Verdict refused(String reason) {
        return new Verdict(reason);
    }
}
