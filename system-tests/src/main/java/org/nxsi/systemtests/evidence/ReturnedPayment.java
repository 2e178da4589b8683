package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A line of the correction list.
 *
 * @param id key of the returned instruction
 * @param reissue key of the next attempt
 * @param reissueRun run that makes it; null until one does
 */
public record ReturnedPayment(
        String id,
        @Nullable String state,
        @Nullable String reissue,
        @Nullable String reissueRun) {

    public boolean isReissued() {
        return "REISSUED".equals(state);
    }
}
