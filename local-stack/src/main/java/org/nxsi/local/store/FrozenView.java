package org.nxsi.local.store;

import java.util.IdentityHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** Another view as it was when each of its trees was first asked for: an update does not meet its own results. */
final class FrozenView implements View {

    private final View view;
    private final IdentityHashMap<MVMap<?, ?>, RootReference<?, ?>> roots = new IdentityHashMap<>();

    FrozenView(View view) {
        this.view = view;
    }

    @Override
    @SuppressWarnings("unchecked") // put in by tree
    public <V> @Nullable RootReference<Key, V> root(MVMap<Key, V> tree) {
        return (RootReference<Key, V>) roots.computeIfAbsent(tree, missing -> view.root(tree));
    }
}
