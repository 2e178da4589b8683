package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * All insured relations of one person: what must not overlap stands in one document. Public for the driver only, which
 * reads its components.
 *
 * @param relations by payer and scheme, in the order in which they began
 * @param history what was changed, the latest last; at most {@value #MOST_HISTORY}; empty where it was not read
 * @param version counts the changes
 * @param diedOn as the register has told; null of the living
 */
public record InsuredPerson(
        @BsonId PersonId id,
        List<Relation> relations,
        List<HistoryEntry> history,
        long version,
        @Nullable LocalDate diedOn) {

    /** Older changes stand in the batches that made them. */
    static final int MOST_HISTORY = 200;

    public InsuredPerson {
        relations = List.copyOf(relations);
        history = history == null ? List.of() : List.copyOf(history);
    }

    static InsuredPerson unknown(PersonId person) {
        return new InsuredPerson(person, List.of(), List.of(), 0, null);
    }

    /** What a row has changed; nothing if it never did. */
    List<HistoryEntry> historyOf(String cause) {
        return history.stream().filter(each -> each.cause().equals(cause)).toList();
    }

    /** Whether a relation with a payer runs here. */
    boolean hasRunningWith(Payer payer) {
        return relations.stream()
                .anyMatch(each ->
                        each.payer().equals(payer) && each.spells().getLast().runs());
    }

    /** Whether a row has changed something here. */
    boolean wasChangedBy(String cause) {
        return history.stream().anyMatch(each -> each.cause().equals(cause));
    }

    /** The schemes under which a payer insures the person in a month. */
    Set<Scheme> schemes(Payer payer, Month month) {
        Set<Scheme> schemes = new TreeSet<>();
        for (Relation each : relations) {
            if (each.payer().equals(payer) && each.covers(month)) {
                schemes.add(each.scheme());
            }
        }
        return schemes;
    }
}
