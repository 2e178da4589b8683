package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A search that a client fetches batch by batch. Each batch reads the newest committed state from where the last one
 * ended, as MongoDB does; nothing is held in memory but the place.
 */
final class StoreCursor extends AbstractCursor {

    private static final int BATCH_BYTES_MAX = 8 * 1024 * 1024;

    private final Search search;
    private final UnaryOperator<List<Document>> projection;
    private @Nullable Document ahead;
    private volatile long lastUsed_ns = System.nanoTime();

    StoreCursor(long id, Search search, UnaryOperator<List<Document>> projection) {
        super(id);
        this.search = search;
        this.projection = projection;
        this.ahead = search.next(Visit.committed());
    }

    @Override
    public boolean isEmpty() {
        return ahead == null;
    }

    /** @param count at most so many; 0 leaves it to the batch's size in bytes */
    @Override
    public List<Document> takeDocuments(int count) {
        lastUsed_ns = System.nanoTime();
        View view = Visit.committed();
        List<Document> batch = new ArrayList<>();
        int bytes = 0;
        Document next = ahead;
        while (next != null && (count <= 0 || batch.size() < count) && bytes < BATCH_BYTES_MAX) {
            batch.add(next);
            bytes += search.lastBytes();
            next = search.next(view);
        }
        ahead = next;
        return projection.apply(batch);
    }

    long idle_ns() {
        return System.nanoTime() - lastUsed_ns;
    }
}
