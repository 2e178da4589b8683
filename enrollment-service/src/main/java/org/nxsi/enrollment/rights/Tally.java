package org.nxsi.enrollment.rights;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/** Counts the months of one of an employer's persons, by scheme and state. */
final class Tally {

    private final PersonId person;
    private final List<Relation> relations;
    private final Map<Scheme, Map<MonthState, Integer>> counts = new EnumMap<>(Scheme.class);
    private @Nullable Month first;
    private @Nullable Month last;

    Tally(PersonId person, List<Relation> relations) {
        this.person = person;
        this.relations = relations;
    }

    PersonId person() {
        return person;
    }

    boolean isInsured(Scheme scheme, Month month) {
        return relations.stream().anyMatch(each -> each.scheme() == scheme && each.covers(month));
    }

    /** Months come in their order. */
    void add(Scheme scheme, Month month, MonthState state) {
        counts.computeIfAbsent(scheme, any -> new EnumMap<>(MonthState.class)).merge(state, 1, Integer::sum);
        if (first == null) {
            first = month;
        }
        last = month;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    Month first() {
        return Objects.requireNonNull(first);
    }

    Month last() {
        return Objects.requireNonNull(last);
    }

    Map<Scheme, Map<MonthState, Integer>> counts() {
        return counts;
    }

    /** By the scheme's code, for answers. */
    Map<String, Map<MonthState, Integer>> byCode() {
        Map<String, Map<MonthState, Integer>> byCode = new TreeMap<>();
        counts.forEach((scheme, states) -> byCode.put(scheme.code(), states));
        return byCode;
    }
}
