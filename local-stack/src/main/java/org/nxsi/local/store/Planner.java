package org.nxsi.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index for a search: the one that most fields of are fixed by the query, then a range, then the order asked
 * for. It only narrows what is looked at; each document is still held against the whole query.
 */
final class Planner {

    /** More combinations of {@code $in} values than this are not looked up one by one. */
    private static final int COMBINATIONS_MAX = 20_000;

    private static final int MERGED_MAX = 64;

    private final String idField;

    Planner(String idField) {
        this.idField = idField;
    }

    Plan plan(Document query, SortOrder order, boolean limited, List<IndexShape> indexes) {
        Conditions conditions = new Conditions(query, idField);
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(candidate(IndexShape.ofDocuments(idField), conditions, order, limited));
        if (!order.isNatural()) {
            indexes.stream()
                    .filter(index -> holdsEveryMatch(index, conditions))
                    .map(index -> candidate(index, conditions, order, limited))
                    .filter(candidate -> candidate.score > 0)
                    .forEach(candidates::add);
        }
        return candidates.stream()
                .max(Comparator.comparingInt(Candidate::score))
                .orElseThrow()
                .plan();
    }

    /** A walk over everything, for collections without an id. */
    static Plan everything(SortOrder order) {
        return new Plan(
                IndexShape.ofDocuments("_id"),
                List.of(Range.ALL),
                order.isNatural() && order.startsDescending(),
                false,
                order.isAny(),
                false);
    }

    private static boolean holdsEveryMatch(IndexShape index, Conditions conditions) {
        return !index.sparse() || index.leading().stream().anyMatch(field -> needsField(conditions.of(field)));
    }

    private static boolean needsField(@Nullable Bounds bounds) {
        return bounds != null && bounds.needsField();
    }

    private Candidate candidate(IndexShape index, Conditions conditions, SortOrder order, boolean limited) {
        Fixed fixed = fix(index, conditions);
        List<String> rest = index.fields().subList(fixed.count, index.fields().size());
        Bounds next = rest.isEmpty() ? null : conditions.of(rest.getFirst());
        boolean ranged = next != null && next.range(Key.LOWEST) != null;
        List<Range> ranges = fixed.prefixes.stream()
                .map(prefix -> range(prefix, next, rest.isEmpty()))
                .toList();
        boolean sorted = order.isAny() || order.isYieldedBy(index.fields(), fixed.constant);
        boolean merged =
                !sorted && !rest.isEmpty() && ranges.size() <= MERGED_MAX && order.isYieldedBy(rest, fixed.constant);
        boolean backwards =
                order.isNatural() ? order.startsDescending() : (sorted || merged) && order.isBackwards(fixed.constant);
        boolean exact = fixed.count > 0 && conditions.arePointsOf(index.fields().subList(0, fixed.count));
        int score = score(index, fixed.count, ranged, rest.isEmpty());
        if (!order.isAny() && (sorted || merged)) {
            score += limited ? 150 : 50;
        }
        return new Candidate(new Plan(index, ranges, backwards, merged, sorted || merged, exact), score);
    }

    /** How far the query fixes an index's fields to single values, and all combinations of those. */
    private record Fixed(int count, List<Key> prefixes, Set<String> constant) {}

    private static Fixed fix(IndexShape index, Conditions conditions) {
        List<Key> prefixes = List.of(Key.LOWEST);
        Set<String> constant = new HashSet<>();
        int count = 0;
        for (String field : index.fields()) {
            Bounds bounds = conditions.of(field);
            List<Key> points = bounds == null ? null : bounds.points();
            if (points == null || (long) prefixes.size() * points.size() > COMBINATIONS_MAX) {
                break;
            }
            prefixes = combinations(prefixes, points);
            if (points.size() == 1) {
                constant.add(field);
            }
            count++;
        }
        return new Fixed(count, prefixes, constant);
    }

    private static Range range(Key prefix, @Nullable Bounds next, boolean whole) {
        Range range = next == null ? null : next.range(prefix);
        if (range != null) {
            return range;
        }
        return whole ? Range.of(prefix) : Range.startingWith(prefix);
    }

    private static int score(IndexShape index, int fixed, boolean ranged, boolean exact) {
        boolean documents = index.leading().isEmpty();
        if (documents && exact) {
            return 1_000_000;
        }
        if (fixed > 0) {
            return 1_000 * fixed + (ranged ? 500 : 0);
        }
        if (index.sparse()) {
            return ranged ? 700 : 600;
        }
        return ranged ? (documents ? 400 : 300) : 0;
    }

    private static List<Key> combinations(List<Key> prefixes, List<Key> points) {
        List<Key> result = new ArrayList<>(prefixes.size() * points.size());
        for (Key prefix : prefixes) {
            for (Key point : points) {
                result.add(prefix.plus(point));
            }
        }
        return result;
    }

    private record Candidate(Plan plan, int score) {}
}
