package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Forgets the cursors that clients left open, ten minutes after their last use, as MongoDB does. */
final class StoreCursors {

    private static final long IDLE_NS_MAX = TimeUnit.MINUTES.toNanos(10);

    private final CursorRegistry registry;
    private final Map<Long, StoreCursor> open = new ConcurrentHashMap<>();

    StoreCursors(CursorRegistry registry) {
        this.registry = registry;
    }

    CursorRegistry registry() {
        return registry;
    }

    long nextId() {
        return registry.generateCursorId();
    }

    void add(StoreCursor cursor) {
        open.values().removeIf(other -> {
            boolean over = other.isEmpty() || other.idle_ns() > IDLE_NS_MAX;
            if (over) {
                registry.remove(other);
            }
            return over;
        });
        open.put(cursor.getId(), cursor);
        registry.add(cursor);
    }
}
