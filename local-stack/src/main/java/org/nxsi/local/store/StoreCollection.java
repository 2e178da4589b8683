package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * Documents in a tree by id, with their indexes. One writer at a time (the monitor of this object); readers do not wait.
 */
final class StoreCollection extends AbstractMongoCollection<Key> {

    private final DurableStore store;
    private final StoreCursors cursors;
    private final MVMap<Key, byte[]> documents;
    private final @Nullable Planner planner;
    private final boolean internal;
    private volatile List<OrderedIndex> ordered = List.of();

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            DurableStore store,
            MVMap<Key, byte[]> documents,
            StoreCursors cursors) {
        super(database, name, options, cursors.registry());
        this.store = store;
        this.documents = documents;
        this.cursors = cursors;
        this.planner = options.getIdField() == null ? null : new Planner(options.getIdField());
        this.internal = name.startsWith("system.");
    }

    MVMap<Key, byte[]> documents() {
        return documents;
    }

    /** How a find would go through the documents, for {@code explain}. */
    Plan plan(Document query, SortOrder order, boolean limited) {
        View view = view();
        List<IndexShape> usable = ordered.stream()
                .filter(index -> index.isUsable(view))
                .map(OrderedIndex::shape)
                .toList();
        return planner == null ? Planner.everything(order) : planner.plan(query, order, limited, usable);
    }

    private Search search(Document query, @Nullable Document orderBy, int skip, int limit) {
        SortOrder order = SortOrder.of(orderBy);
        Plan plan = plan(query, order, limit > 0);
        return new Search(query, order, plan, walk(plan), documents, skip, limit);
    }

    private Walk walk(Plan plan) {
        MVMap<Key, Integer> index = ordered.stream()
                .filter(candidate -> candidate.shape().equals(plan.index()))
                .findFirst()
                .map(OrderedIndex::tree)
                .orElse(null);
        return Walk.along(plan, documents, index);
    }

    /** Writers read what they have written; everybody else what is committed. */
    private View view() {
        return internal || Thread.holdsLock(this) ? View.NOW : Visit.committed();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        Search search = search(query, orderBy, skip, limit);
        if (batchSize <= 0) {
            Iterable<Document> matches = () -> new Matches(search, new FrozenView(view()));
            return fields == null ? new QueryResult(matches) : new QueryResult(project(list(matches), fields));
        }
        StoreCursor cursor = new StoreCursor(cursors.nextId(), search, batch -> project(batch, fields));
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(cursor);
        return new QueryResult(first, cursor);
    }

    private static List<Document> list(Iterable<Document> documents) {
        List<Document> result = new ArrayList<>();
        documents.forEach(result::add);
        return result;
    }

    private List<Document> project(List<Document> batch, @Nullable Document fields) {
        return fields == null || fields.isEmpty()
                ? batch
                : matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, (Comparator<Document>) null, fields)
                        .collectDocuments();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        View view = view();
        int count = 0;
        Plan plan = plan(query, SortOrder.of(null), false);
        if (plan.exact() && skip <= 0 && limit <= 0) {
            Walk walk = walk(plan);
            while (walk.advance(view)) {
                count++;
            }
        } else {
            Search search = search(query, null, skip, Math.max(0, limit));
            while (search.next(view) != null) {
                count++;
            }
        }
        return count;
    }

    @Override
    public int count() {
        RootReference<Key, byte[]> root = view().root(documents);
        return root == null ? 0 : Math.toIntExact(root.root.getTotalCount());
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        String idField = getIdField();
        Key id = KeyWriter.of(idField == null ? UUID.randomUUID() : document.get(idField));
        byte[] bytes = Bson.write(document);
        change(() -> documents.put(id, bytes), null, document);
        return id;
    }

    @Override
    protected void handleUpdate(Key id, Document before, Document after) {
        byte[] bytes = Bson.write(after);
        change(() -> documents.put(id, bytes), before, after);
    }

    @Override
    protected void removeDocument(Key id) {
        Document document = getDocument(id);
        change(() -> documents.remove(id), document, null);
    }

    private void change(Runnable document, @Nullable Document before, @Nullable Document after) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(document);
        for (OrderedIndex index : ordered) {
            steps.add(index.change(before, after));
        }
        store.change(() -> steps.forEach(Runnable::run));
    }

    @Override
    protected Document getDocument(Key id) {
        byte[] bytes = documents.get(id);
        if (bytes == null) {
            throw new NoSuchElementException("no document with key " + id);
        }
        return Bson.read(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return StreamSupport.stream(documents.entrySet().spliterator(), false)
                .map(entry -> new DocumentWithPosition<>(Bson.read(entry.getValue()), entry.getKey()));
    }

    /** A new index is filled and committed before any search may use it. */
    @Override
    public synchronized void addIndex(Index<Key> index) {
        boolean known = getIndexes().stream().anyMatch(other -> other.getName().equals(index.getName()));
        if (!known && index instanceof OrderedIndex fresh && !fresh.isComplete()) {
            fill(fresh);
        }
        super.addIndex(index);
        if (!known && index instanceof OrderedIndex added) {
            List<OrderedIndex> more = new ArrayList<>(ordered);
            more.add(added);
            ordered = List.copyOf(more);
        }
    }

    private void fill(OrderedIndex index) {
        try {
            streamAllDocumentsWithPosition().forEach(existing -> {
                index.check(existing.getDocument(), this);
                store.change(index.change(null, existing.getDocument()));
            });
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
        store.commit();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        ordered =
                ordered.stream().filter(index -> !index.getName().equals(name)).toList();
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        return super.findAndModify(command);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> added, boolean ordered) {
        return super.insertDocuments(added, ordered);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
