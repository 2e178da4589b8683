package org.nxsi.platform.store;

import java.util.Objects;
import org.bson.Document;

/** Reads what {@code $sum} made: a 32-bit or a 64-bit integer, as the store found fit. */
public final class Sums {

    private Sums() {}

    public static long number(Document group, String field) {
        return Objects.requireNonNull(group.get(field, Number.class), field).longValue();
    }
}
