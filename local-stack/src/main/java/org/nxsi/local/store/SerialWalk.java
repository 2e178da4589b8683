package org.nxsi.local.store;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** Goes through a plan's ranges one after the other. */
final class SerialWalk implements Walk {

    private final Plan plan;
    private final MVMap<Key, byte[]> documents;
    private final @Nullable MVMap<Key, Integer> index;
    private int range;
    private Key last = Key.LOWEST;
    private boolean inRange;
    private @Nullable Object value;
    private @Nullable View view;
    private @Nullable Cursor<Key, ?> cursor;

    SerialWalk(Plan plan, MVMap<Key, byte[]> documents, @Nullable MVMap<Key, Integer> index) {
        this.plan = plan;
        this.documents = documents;
        this.index = index;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a state is itself and no other
    public boolean advance(View now) {
        if (now != view) {
            view = now;
            cursor = null;
        }
        while (range < plan.ranges().size()) {
            Cursor<Key, ?> current = cursor;
            if (current == null) {
                current = cursor = open(now);
            }
            while (current != null && current.hasNext()) {
                Key key = current.next();
                if (!inRange || !key.equals(last)) {
                    last = key;
                    inRange = true;
                    value = current.getValue();
                    return true;
                }
            }
            cursor = null;
            inRange = false;
            range++;
        }
        return false;
    }

    /** The index's key, or the document's, where it stands. */
    Key key() {
        return last;
    }

    @Override
    public Key id() {
        return value instanceof Integer offset ? last.from(offset) : last;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public byte @Nullable [] document(View now) {
        return value instanceof byte[] bytes && now == view ? bytes : now.get(documents, id());
    }

    private @Nullable Cursor<Key, ?> open(View now) {
        RootReference<Key, ?> root = index == null ? now.root(documents) : now.root(index);
        if (root == null) {
            return null;
        }
        Range keys = plan.range(range);
        Key from = inRange ? last : plan.backwards() ? keys.to() : keys.from();
        Key to = plan.backwards() ? keys.from() : keys.to();
        return new Cursor<>(root, from, to, plan.backwards());
    }
}
