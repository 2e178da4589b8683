package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order a search asks for. */
final class SortOrder {

    private static final String NATURAL = "$natural";

    private final List<String> fields;
    private final List<Boolean> descending;

    private SortOrder(List<String> fields, List<Boolean> descending) {
        this.fields = fields;
        this.descending = descending;
    }

    static SortOrder of(@Nullable Document orderBy) {
        List<String> fields = new ArrayList<>();
        List<Boolean> descending = new ArrayList<>();
        if (orderBy != null) {
            orderBy.forEach((field, direction) -> {
                fields.add(field);
                descending.add(((Number) direction).intValue() < 0);
            });
        }
        return new SortOrder(fields, descending);
    }

    boolean isAny() {
        return fields.isEmpty() || isNatural();
    }

    boolean isNatural() {
        return !fields.isEmpty() && fields.getFirst().equals(NATURAL);
    }

    boolean startsDescending() {
        return !fields.isEmpty() && descending.getFirst();
    }

    /** Whether walking an index over {@code indexed} in one direction yields this order. */
    boolean isYieldedBy(List<String> indexed, Set<String> constant) {
        List<String> wanted = new ArrayList<>();
        Set<Boolean> directions = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!constant.contains(fields.get(i))) {
                wanted.add(fields.get(i));
                directions.add(descending.get(i));
            }
        }
        List<String> given =
                indexed.stream().filter(field -> !constant.contains(field)).toList();
        int compared = Math.min(wanted.size(), given.size());
        return directions.size() <= 1 && wanted.subList(0, compared).equals(given.subList(0, compared));
    }

    /** Direction to walk in, once the order is yielded. */
    boolean isBackwards(Set<String> constant) {
        for (int i = 0; i < fields.size(); i++) {
            if (!constant.contains(fields.get(i))) {
                return descending.get(i);
            }
        }
        return false;
    }

    /** The values that decide where a document stands. */
    Object[] values(Document document) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Utils.getSubdocumentValueCollectionAware(document, fields.get(i));
        }
        return values;
    }

    Comparator<Object[]> comparator() {
        return (a, b) -> {
            for (int i = 0; i < a.length; i++) {
                ValueComparator order = descending.get(i) ? ValueComparator.desc() : ValueComparator.asc();
                int result = order.compare(a[i], b[i]);
                if (result != 0) {
                    return result;
                }
            }
            return 0;
        };
    }
}
