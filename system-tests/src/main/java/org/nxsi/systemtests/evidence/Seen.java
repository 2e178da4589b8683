package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.Nullable;

/** A part of the evidence, or why it is missing. */
public final class Seen<T> {

    private final @Nullable T part;
    private final String reason;

    private Seen(@Nullable T part, String reason) {
        this.part = part;
        this.reason = reason;
    }

    public static <T> Seen<T> of(T part) {
        return new Seen<>(part, "");
    }

    public static <T> Seen<T> not(String reason) {
        return new Seen<>(null, reason);
    }

    /** @throws NotSeen if it is missing */
    public T get() {
        if (part == null) {
            throw new NotSeen(reason);
        }
        return part;
    }

    public boolean isThere() {
        return part != null;
    }
}
