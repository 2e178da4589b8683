package org.nxsi.local.store;

import org.jspecify.annotations.Nullable;

/**
 * One command at work in the store, on its thread. It reads one committed state throughout; when it ends, what it
 * changed is in the file.
 */
final class Visit implements AutoCloseable {

    private static final ThreadLocal<@Nullable Visit> CURRENT = new ThreadLocal<>();

    private final DurableStore store;
    private final Generation generation;
    private long lastChange;

    Visit(DurableStore store, Generation generation) {
        this.store = store;
        this.generation = generation;
        CURRENT.set(this);
    }

    /** The committed state that this thread's command reads; outside of any command the state of the moment. */
    static View committed() {
        Visit visit = CURRENT.get();
        return visit == null ? View.NOW : visit.generation;
    }

    static void noteChange(long number) {
        Visit visit = CURRENT.get();
        if (visit != null) {
            visit.lastChange = number;
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
        generation.leave();
        if (lastChange > 0) {
            store.commit(lastChange);
        }
    }
}
