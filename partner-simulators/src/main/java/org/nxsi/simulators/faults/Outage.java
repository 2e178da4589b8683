package org.nxsi.simulators.faults;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time in which a bank is not to be had at all; on the real clock. Its books are shut as well. */
public final class Outage {

    private static final long NANOS_PER_MS = 1_000_000;

    private record Begun(Fault kind, long end_ns) {}

    private volatile @Nullable Begun begun;

    void begin(Fault kind, long length_ms) {
        begun = new Begun(kind, System.nanoTime() + length_ms * NANOS_PER_MS);
    }

    /** {@link Fault#OUTAGE} or {@link Fault#CUT_OFF} while it lasts. */
    public Optional<Fault> now() {
        Begun last = begun;
        return last == null || System.nanoTime() - last.end_ns() >= 0 ? Optional.empty() : Optional.of(last.kind());
    }
}
