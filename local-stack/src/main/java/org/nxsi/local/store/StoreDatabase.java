package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One database: its collections' trees are named {@code documents.db.collection}, its indexes' {@code index.db.collection/name}.
 *
 * <p>Making and dropping collections and indexes is done by one thread at a time (the monitor of {@code definitions}),
 * and a collection comes and goes in one change.
 */
final class StoreDatabase extends AbstractMongoDatabase<Key> {

    private static final String ID_INDEX = "_id_";
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private final DurableStore store;
    private final StoreCursors cursors;
    private final Object definitions = new Object();
    private final Set<String> inTheMaking = ConcurrentHashMap.newKeySet();
    private final boolean opened;

    StoreDatabase(String name, DurableStore store, StoreCursors cursors) {
        super(name, cursors.registry());
        this.store = store;
        this.cursors = cursors;
        store.change(this::initializeNamespacesAndIndexes);
        this.opened = true;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> super.handleCommand(channel, command, Commands.withBatchSize(query), databases, oplog);
            case "insert" ->
                Commands.insert(query, whole -> super.handleCommand(channel, command, whole, databases, oplog));
            case "update" ->
                Commands.update(query, part -> super.handleCommand(channel, command, part, databases, oplog));
            case "aggregate" -> {
                Pipeline.refuseOut(query);
                MongoCollection<Key> collection = resolveCollection(String.valueOf(query.get(command)), false);
                yield collection != null && Pipeline.startsWithSearch(query)
                        ? Pipeline.run(query, collection, databases, this, oplog)
                        : super.handleCommand(channel, command, query, databases, oplog);
            }
            case "explain" -> explain(query.get(command));
            case "dropindexes", "deleteindexes" -> dropIndexes(String.valueOf(query.get(command)), query.get("index"));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document explain(@Nullable Object explained) {
        if (!(explained instanceof Document find && find.containsKey("find"))) {
            throw new MongoServerError(COMMAND_NOT_SUPPORTED, "CommandNotSupported", "only a find is explained here");
        }
        MongoCollection<Key> collection = resolveCollection(String.valueOf(find.get("find")), false);
        return Commands.explain((StoreCollection) collection, find);
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<Key, byte[]> documents = store.open(treeOfDocuments(name), BytesType.INSTANCE);
        return new StoreCollection(this, name, options, store, documents, cursors);
    }

    /**
     * A collection can be found before all of it is there. Whoever finds it so early waits here, holding nothing: a
     * writer that held the collection would wait for a commit, the commit for the making, and the making for the writer.
     */
    @Override
    protected MongoCollection<Key> resolveOrCreateCollection(String name) {
        MongoCollection<Key> existing = resolveCollection(name, false);
        if (existing != null && !inTheMaking.contains(name)) {
            return existing;
        }
        synchronized (definitions) {
            MongoCollection<Key> made = resolveCollection(name, false);
            return made != null ? made : making(name, () -> super.resolveOrCreateCollection(name));
        }
    }

    @Override
    public MongoCollection<Key> createCollectionOrThrowIfExists(String name, CollectionOptions options) {
        synchronized (definitions) {
            return making(name, () -> super.createCollectionOrThrowIfExists(name, options));
        }
    }

    private MongoCollection<Key> making(String name, Supplier<MongoCollection<Key>> making) {
        inTheMaking.add(name);
        try {
            return inOneChange(making);
        } finally {
            inTheMaking.remove(name);
        }
    }

    private MongoCollection<Key> inOneChange(Supplier<MongoCollection<Key>> making) {
        AtomicReference<@Nullable MongoCollection<Key>> made = new AtomicReference<>();
        store.change(() -> made.set(making.get()));
        return Objects.requireNonNull(made.get());
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (name.equals(ID_INDEX)) {
            return new IdIndex(name, keys, "_id", store.open(treeOfDocuments(collection), BytesType.INSTANCE));
        }
        return orderedIndex(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return orderedIndex(collection, name, keys, sparse, false);
    }

    /** A tree that no index of the collection owns was left by a build that never ended: it is made anew. */
    private OrderedIndex orderedIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        boolean complete = !opened
                || resolveCollection(collection, true).getIndexes().stream()
                        .anyMatch(index -> index.getName().equals(name));
        String tree = treeOfIndex(collection, name);
        MVMap<Key, Integer> entries = store.open(tree, OffsetType.INSTANCE);
        if (!complete && !entries.isEmpty()) {
            store.remove(tree);
            entries = store.open(tree, OffsetType.INSTANCE);
        }
        List<String> fields = keys.stream().map(IndexKey::getKey).toList();
        return new OrderedIndex(IndexShape.of(name, fields, "_id", sparse), keys, "_id", unique, entries, complete);
    }

    @Override
    protected void addIndex(Document description) {
        synchronized (definitions) {
            super.addIndex(description);
        }
    }

    private Document dropIndexes(String collectionName, @Nullable Object which) {
        Document reply = new Document();
        MongoCollection<Key> collection = resolveCollection(collectionName, false);
        if (collection != null) {
            synchronized (definitions) {
                reply.put("nIndexesWas", collection.getNumIndexes());
                List<String> names = collection.getIndexes().stream()
                        .filter(index -> Commands.names(which, index))
                        .map(Index::getName)
                        .toList();
                if (names.isEmpty() && !"*".equals(which)) {
                    throw new MongoServerError(27, "IndexNotFound", "index not found: " + which);
                }
                names.forEach(name -> dropIndex(collection, name));
            }
        }
        reply.put("ok", 1.0);
        return reply;
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        synchronized (collection) {
            store.change(() -> {
                super.dropIndex(collection, name);
                if (!name.equals(ID_INDEX)) {
                    store.remove(treeOfIndex(collection.getCollectionName(), name));
                }
                Document description = new Document("ns", collection.getFullName()).append("name", name);
                getOrCreateIndexesCollection().deleteDocuments(description, 0);
            });
        }
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        synchronized (definitions) {
            synchronized (resolveCollection(name, true)) {
                store.change(() -> {
                    super.dropCollection(name, oplog);
                    store.remove(treeOfDocuments(name));
                });
            }
        }
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(COMMAND_NOT_SUPPORTED, "CommandNotSupported", "collections cannot be renamed here");
    }

    @Override
    protected long getStorageSize() {
        return store.sizeBytes();
    }

    @Override
    protected long getFileSize() {
        return store.sizeBytes();
    }

    private String treeOfDocuments(String collection) {
        return StoreBackend.DOCUMENTS + getFullCollectionNamespace(collection);
    }

    private String treeOfIndex(String collection, String name) {
        return "index." + getFullCollectionNamespace(collection) + "/" + name;
    }
}
