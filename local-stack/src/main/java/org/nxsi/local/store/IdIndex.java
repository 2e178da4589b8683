package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The unique index on the id. It needs no tree of its own: the documents lie in the order of their ids. */
final class IdIndex extends Index<Key> {

    private final String idField;
    private final MVMap<Key, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, String idField, MVMap<Key, byte[]> documents) {
        super(name, keys, false);
        this.idField = idField;
        this.documents = documents;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        Object id = document.get(idField);
        if (documents.containsKey(KeyWriter.of(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null says: not here
    public @Nullable Key getPosition(Document document) {
        Key key = KeyWriter.of(document.get(idField));
        return documents.containsKey(key) ? key : null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

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

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
