package org.nxsi.local.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** A state of the trees to read. */
interface View {

    /** What writers read: everything up to this moment, committed or not. */
    View NOW = new View() {
        @Override
        public <V> RootReference<Key, V> root(MVMap<Key, V> tree) {
            return tree.getRoot();
        }
    };

    /** The tree as it is in this state; null when it was made later. */
    <V> @Nullable RootReference<Key, V> root(MVMap<Key, V> tree);

    default <V> @Nullable V get(MVMap<Key, V> tree, Key key) {
        RootReference<Key, V> root = root(tree);
        return root == null ? null : tree.get(root.root, key);
    }
}
