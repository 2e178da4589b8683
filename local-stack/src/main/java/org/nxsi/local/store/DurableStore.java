package org.nxsi.local.store;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The file of trees, written only whole changes at a time. A change of one document and of its index entries is made
 * inside {@link #change}; a commit waits until no change is half done, so whatever moment the process is killed at, the
 * file holds documents and indexes that agree. Several threads that want a commit at once share one.
 *
 * <p>Readers see the state of the last commit (see {@link Visit}): nothing that they act on can be lost afterwards.
 */
final class DurableStore implements AutoCloseable {

    /** Uncommitted pages beyond this are committed in the middle of a large command, to bound memory. */
    private static final int UNSAVED_BYTES_MAX = 48 * 1024 * 1024;

    /** How long freed space stays unused. Readers pin what they read, so this need not be long. */
    private static final int RETENTION_MS = 1_000;

    private final MVStore file;
    private final Consumer<RuntimeException> onFailure;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    private final Map<String, MVMap<?, ?>> trees = new ConcurrentHashMap<>();
    private final AtomicLong changed = new AtomicLong();
    private final Object committing = new Object();
    private long committed;
    private volatile @Nullable RuntimeException failure;
    private volatile Generation generation;

    /** @param onFailure told once, when a commit fails; nothing is accepted any more from then on */
    DurableStore(MVStore file, Consumer<RuntimeException> onFailure) {
        this.file = file;
        this.onFailure = onFailure;
        file.setRetentionTime(RETENTION_MS);
        this.generation = newGeneration();
    }

    <V> MVMap<Key, V> open(String name, DataType<V> values) {
        MVMap<Key, V> tree = file.openMap(
                name, new MVMap.Builder<Key, V>().keyType(KeyType.INSTANCE).valueType(values));
        trees.put(name, tree);
        return tree;
    }

    void remove(String name) {
        MVMap<?, ?> tree = trees.remove(name);
        if (tree != null) {
            file.removeMap(tree);
        }
    }

    Set<String> names() {
        return file.getMapNames();
    }

    /** Makes one change that must be in the file wholly or not at all. Must not wait for anything. */
    void change(Runnable change) {
        refuseAfterFailure();
        changes.readLock().lock();
        try {
            change.run();
            Visit.noteChange(changed.incrementAndGet());
        } finally {
            changes.readLock().unlock();
        }
        if (file.getUnsavedMemory() > UNSAVED_BYTES_MAX && changes.getReadHoldCount() == 0) {
            commit();
        }
    }

    void commit() {
        commit(changed.get());
    }

    /** Returns once change number {@code upTo} and all before it are in the file. */
    void commit(long upTo) {
        synchronized (committing) {
            refuseAfterFailure();
            if (committed >= upTo) {
                return;
            }
            changes.writeLock().lock();
            try {
                long everything = changed.get();
                Generation next = newGeneration();
                file.commit();
                committed = everything;
                publish(next);
            } catch (RuntimeException e) {
                failure = e;
                onFailure.accept(e);
                throw e;
            } finally {
                changes.writeLock().unlock();
            }
        }
    }

    /** Moves live pages out of mostly dead parts of the file, at most {@code bytes} of them. */
    boolean compact(int targetFillPercent, int bytes) {
        boolean moved = file.compact(targetFillPercent, bytes);
        if (moved) {
            commit(changed.incrementAndGet());
        }
        return moved;
    }

    Visit visit() {
        while (true) {
            Generation current = generation;
            if (current.enter()) {
                return new Visit(this, current);
            }
        }
    }

    long sizeBytes() {
        return file.getFileStore() == null ? 0 : file.getFileStore().size();
    }

    @Override
    public void close() {
        if (failure == null && !file.isClosed()) {
            commit();
            generation.retire();
            file.close();
        }
    }

    private void refuseAfterFailure() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the store has failed and accepts nothing more", cause);
        }
    }

    private Generation newGeneration() {
        MVStore.TxCounter pin = file.registerVersionUsage();
        IdentityHashMap<MVMap<?, ?>, RootReference<?, ?>> roots = new IdentityHashMap<>();
        for (MVMap<?, ?> tree : trees.values()) {
            roots.put(tree, tree.getRoot());
        }
        return new Generation(file, pin, roots);
    }

    private void publish(Generation next) {
        Generation previous = generation;
        generation = next;
        previous.retire();
    }
}
