package org.nxsi.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query's conditions on one field mean for its keys: a few points, or a range within one type, or only that
 * there is a value. Never narrower than the conditions; what it lets through too much the query itself sorts out.
 */
final class Bounds {

    private static final Key NULL = KeyWriter.of(null);

    private @Nullable List<Key> points;
    private @Nullable Key low;
    private @Nullable Key high;
    private boolean exists;

    void equalTo(Key value) {
        among(List.of(value));
    }

    void among(Collection<Key> values) {
        if (points == null || values.size() < points.size()) {
            points = new ArrayList<>(new TreeSet<>(values));
        }
    }

    void atLeast(Key value, ValueType type) {
        within(value, type.highest());
    }

    void atMost(Key value, ValueType type) {
        within(type.lowest(), value);
    }

    void mustExist() {
        exists = true;
    }

    private void within(Key lowest, Key highest) {
        low = low == null || lowest.compareTo(low) > 0 ? lowest : low;
        high = high == null || highest.compareTo(high) < 0 ? highest : high;
    }

    @Nullable
    List<Key> points() {
        return points;
    }

    /** Keys after the prefix that the range lets through; null when there is no range. */
    @Nullable
    Range range(Key prefix) {
        return low == null || high == null
                ? null
                : new Range(prefix.plus(low), prefix.plus(high).plus(Key.HIGHEST), prefix.bytes().length);
    }

    /** Whether a document that satisfies the conditions surely has the field, so that a sparse index holds it. */
    boolean needsField() {
        return exists || low != null || (points != null && !points.contains(NULL));
    }
}
