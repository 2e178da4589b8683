package org.nxsi.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a search finds in one state, found only when asked for: an update of one document looks for one. */
final class Matches implements Iterator<Document> {

    private final Search search;
    private final View view;
    private @Nullable Document next;

    Matches(Search search, View view) {
        this.search = search;
        this.view = view;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = search.next(view);
        }
        return next != null;
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Document result = Objects.requireNonNull(next);
        next = null;
        return result;
    }
}
