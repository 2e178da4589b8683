package org.nxsi.deferral.lifting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is worked through.
 *
 * @param byItself whether this instance looks for work; all do in production
 * @param chunk entries of a chunk, 1 to 1,000: what is told of a chunk is one event
 * @param lease after it a job whose worker has died is taken up by another; much longer than a chunk takes
 */
@ConfigurationProperties("nxsi.deferral.lifting")
record LiftingSettings(
        @DefaultValue("true") boolean byItself,
        @DefaultValue("1000") int chunk,
        @Nullable Duration lease) {

    private static final int MOST_OF_CHUNK = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(15);

    LiftingSettings {
        if (chunk < 1 || chunk > MOST_OF_CHUNK) {
            throw new IllegalArgumentException("nxsi.deferral.lifting.chunk is 1 to " + MOST_OF_CHUNK);
        }
        lease = lease == null ? LEASE : lease;
    }

    Duration leased() {
        return lease == null ? LEASE : lease;
    }
}
