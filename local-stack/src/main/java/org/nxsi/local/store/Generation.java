package org.nxsi.local.store;

import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** All trees as they stood at one commit. Its pages stay readable until it is replaced and its last reader has left. */
final class Generation implements View {

    private static final int RETIRED = 0;

    private final MVStore file;
    private final MVStore.TxCounter pin;
    private final IdentityHashMap<MVMap<?, ?>, RootReference<?, ?>> roots;
    private final AtomicInteger holders = new AtomicInteger(1);

    Generation(MVStore file, MVStore.TxCounter pin, IdentityHashMap<MVMap<?, ?>, RootReference<?, ?>> roots) {
        this.file = file;
        this.pin = pin;
        this.roots = roots;
    }

    /** Keeps it readable until {@link #leave}; false when it is gone already: take the newer one. */
    boolean enter() {
        return holders.getAndUpdate(count -> count == RETIRED ? RETIRED : count + 1) != RETIRED;
    }

    void leave() {
        if (holders.decrementAndGet() == RETIRED) {
            file.deregisterVersionUsage(pin);
        }
    }

    /** The store's own hold ends. */
    void retire() {
        leave();
    }

    @Override
    @SuppressWarnings("unchecked") // put in by tree
    public <V> @Nullable RootReference<Key, V> root(MVMap<Key, V> tree) {
        return (RootReference<Key, V>) roots.get(tree);
    }
}
