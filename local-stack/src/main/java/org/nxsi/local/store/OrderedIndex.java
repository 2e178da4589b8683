package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: a tree whose keys are the fields' values followed by the document's id. Directions are not kept,
 * since a tree can be walked both ways.
 *
 * <p>A document with an array in an indexed field stands apart, behind all others; while there is one, the index is not
 * used for searches.
 *
 * <p>The server's own hooks ({@link #add}, {@link #remove}, {@link #updateInPlace}) do nothing: the collection keeps the
 * tree itself, in the same change as the document.
 */
final class OrderedIndex extends Index<Key> {

    private static final int CANNOT_BE_UNIQUE = 67;

    private final IndexShape shape;
    private final String idField;
    private final boolean unique;
    private final MVMap<Key, Integer> tree;
    private final boolean complete;

    /** @param complete false when the tree has still to be filled */
    OrderedIndex(
            IndexShape shape,
            List<IndexKey> declared,
            String idField,
            boolean unique,
            MVMap<Key, Integer> tree,
            boolean complete) {
        super(shape.name(), declared, shape.sparse());
        this.shape = shape;
        this.idField = idField;
        this.unique = unique;
        this.tree = tree;
        this.complete = complete;
    }

    IndexShape shape() {
        return shape;
    }

    MVMap<Key, Integer> tree() {
        return tree;
    }

    boolean isComplete() {
        return complete;
    }

    /** Whether every document of the view that it should hold stands in its order. */
    boolean isUsable(View view) {
        RootReference<Key, Integer> root = view.root(tree);
        if (root == null) {
            return false;
        }
        Cursor<Key, Integer> fromEnd = new Cursor<>(root, null, null, true);
        return !fromEnd.hasNext() || !fromEnd.next().startsWith(Key.HIGHEST);
    }

    /**
     * What has to be done to the tree when a document changes; worked out now, done when run.
     *
     * @param before null for a new document
     * @param after null for a deleted one
     */
    Runnable change(@Nullable Document before, @Nullable Document after) {
        Entry old = before == null ? null : entry(before);
        Entry now = after == null ? null : entry(after);
        if (old != null && now != null && old.key.equals(now.key)) {
            return () -> {};
        }
        return () -> {
            if (old != null) {
                tree.remove(old.key);
            }
            if (now != null) {
                tree.put(now.key, now.offset);
            }
        };
    }

    private record Entry(Key key, int offset) {}

    private @Nullable Entry entry(Document document) {
        Key id = KeyWriter.of(document.get(idField));
        KeyWriter writer = new KeyWriter();
        boolean any = false;
        for (String field : shape.leading()) {
            Object value = value(document, field);
            if (value instanceof Collection<?>) {
                return new Entry(Key.HIGHEST.plus(id), Key.HIGHEST.bytes().length);
            }
            any |= !(value instanceof Missing);
            writer.put(value);
        }
        if (shape.sparse() && !any) {
            return null;
        }
        int offset = writer.length();
        return new Entry(writer.append(id).key(), offset);
    }

    private static @Nullable Object value(Document document, String field) {
        return field.indexOf('.') < 0
                ? document.getOrMissing(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    /** @throws DuplicateKeyError when the index is unique and another document has these values */
    void check(Document document, MongoCollection<Key> collection) {
        if (!unique) {
            return;
        }
        Entry entry = entry(document);
        if (entry == null) {
            return;
        }
        if (entry.key.startsWith(Key.HIGHEST)) {
            throw new MongoServerError(CANNOT_BE_UNIQUE, "a unique index cannot hold arrays here: " + getName());
        }
        Key prefix = new Key(Arrays.copyOf(entry.key.bytes(), entry.offset));
        Key found = tree.ceilingKey(prefix);
        while (found != null && found.startsWith(prefix)) {
            if (!found.equals(entry.key)) {
                throw new DuplicateKeyError(this, collection, getKeys(), values(document));
            }
            found = tree.higherKey(found);
        }
    }

    private KeyValue values(Document document) {
        List<Object> values = new ArrayList<>();
        for (IndexKey key : getKeys()) {
            values.add(value(document, key.getKey()));
        }
        return new KeyValue(values);
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && isUnique() == other.isUnique()
                && describe(getKeys()).equals(describe(other.getKeys()));
    }

    private static List<String> describe(List<IndexKey> keys) {
        return keys.stream()
                .map(key -> key.getKey() + (key.isAscending() ? "+" : "-"))
                .toList();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        check(document, collection);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        check(after, collection);
    }

    @Override
    public Key remove(Document document) {
        return KeyWriter.of(document.get(idField));
    }

    @Override
    @SuppressWarnings("NullAway") // the server asks all indexes and takes the one answer that is not null
    public Key getPosition(Document document) {
        return null;
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("searches go through the planner");
    }

    /** Never, so that the server does not try to fill it. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return tree.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
