package org.nxsi.local.store;

import java.util.Objects;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a plan's ranges, one document after the other. It can go on in a newer state of the trees from where it
 * stands.
 */
final class Walk {

    private final Plan plan;
    private final MVMap<Key, byte[]> documents;
    private final @Nullable MVMap<Key, Integer> index;
    private int range;
    private @Nullable Key last;
    private @Nullable View view;
    private @Nullable Cursor<Key, ?> cursor;
    private Key id = Key.LOWEST;

    /** @param index null when the plan goes through the documents themselves */
    Walk(Plan plan, MVMap<Key, byte[]> documents, @Nullable MVMap<Key, Integer> index) {
        this.plan = plan;
        this.documents = documents;
        this.index = index;
    }

    /** The next document's bytes; null at the end. */
    @SuppressWarnings("ReferenceEquality") // a state is itself and no other
    byte @Nullable [] next(View now) {
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
                if (!Objects.equals(key, last)) {
                    last = key;
                    byte[] document = document(now, key, current.getValue());
                    if (document != null) {
                        return document;
                    }
                }
            }
            cursor = null;
            last = null;
            range++;
        }
        return null;
    }

    /** Id of the document last returned. */
    Key id() {
        return id;
    }

    private byte @Nullable [] document(View now, Key key, Object value) {
        if (value instanceof Integer offset) {
            id = key.from(offset);
            return now.get(documents, id);
        }
        id = key;
        return (byte[]) value;
    }

    private @Nullable Cursor<Key, ?> open(View now) {
        RootReference<Key, ?> root = index == null ? now.root(documents) : now.root(index);
        if (root == null) {
            return null;
        }
        Range keys = plan.range(range);
        if (plan.backwards()) {
            return new Cursor<>(root, last == null ? keys.to() : last, keys.from(), true);
        }
        return new Cursor<>(root, last == null ? keys.from() : last, keys.to());
    }
}
