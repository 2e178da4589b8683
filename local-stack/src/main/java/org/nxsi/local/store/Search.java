package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One search at work: yields the documents that match the query, in order, after the skipped ones and up to the limit.
 * Where the plan does not give the order, the ids of the matches are sorted first: all of them, or as many as the limit
 * needs.
 */
final class Search {

    private final Document query;
    private final SortOrder order;
    private final boolean sorted;
    private final MVMap<Key, byte[]> documents;
    private final Walk walk;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final int limit;
    private int toSkip;
    private int returned;
    private int lastBytes;
    private @Nullable List<Ranked> ranking;
    private int rank;
    private Key standing = Key.LOWEST;

    /** @param limit 0 for none */
    Search(Document query, SortOrder order, Plan plan, Walk walk, MVMap<Key, byte[]> documents, int skip, int limit) {
        this.query = query;
        this.order = order;
        this.sorted = plan.sorted();
        this.walk = walk;
        this.documents = documents;
        this.toSkip = skip;
        this.limit = limit;
    }

    /** The next match; null after the last. */
    @Nullable
    Document next(View view) {
        while (limit <= 0 || returned < limit) {
            if (!(sorted ? walk.advance(view) : advanceRanked(view))) {
                return null;
            }
            byte[] bytes = sorted ? walk.document(view) : view.get(documents, standing);
            if (bytes == null) {
                continue; // deleted since its place was found
            }
            Document document = Bson.read(bytes);
            if (matcher.matches(document, query)) {
                if (toSkip > 0) {
                    toSkip--;
                } else {
                    returned++;
                    lastBytes = bytes.length;
                    return document;
                }
            }
        }
        return null;
    }

    /** Size of the document last returned, in bytes of BSON. */
    int lastBytes() {
        return lastBytes;
    }

    private boolean advanceRanked(View view) {
        if (ranking == null) {
            ranking = rank(view);
        }
        if (rank == ranking.size()) {
            return false;
        }
        standing = ranking.get(rank++).id;
        return true;
    }

    private static final class Ranked {
        final Object[] values;
        final Key id;

        Ranked(Object[] values, Key id) {
            this.values = values;
            this.id = id;
        }
    }

    private List<Ranked> rank(View view) {
        Comparator<Ranked> byRank = Comparator.comparing((Ranked one) -> one.values, order.comparator())
                .thenComparing(one -> one.id);
        long needed = limit <= 0 ? Long.MAX_VALUE : (long) toSkip + limit;
        PriorityQueue<Ranked> best = new PriorityQueue<>(byRank.reversed());
        while (walk.advance(view)) {
            byte[] bytes = walk.document(view);
            Document document = bytes == null ? null : Bson.read(bytes);
            if (document != null && matcher.matches(document, query)) {
                best.add(new Ranked(order.values(document), walk.id()));
                if (best.size() > needed) {
                    best.remove();
                }
            }
        }
        List<Ranked> result = new ArrayList<>(best);
        result.sort(byRank);
        return result;
    }
}
