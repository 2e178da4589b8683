package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.relation.RelationRule.Mark;
import org.nxsi.enrollment.relation.RelationRule.Turn;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/** Changes the relations of many persons in bulk: each person's document only as it was seen. */
@Component
class ChangingRelations {

    /** Others who change the same persons at the same time: so often is looked again. */
    private static final int ATTEMPTS = 10;

    private final InsuredPersons persons;

    ChangingRelations(InsuredPersons persons) {
        this.persons = persons;
    }

    /** @param history what the row changed, now or when it was carried out before */
    record Turned(RelationRow row, Outcome outcome, List<HistoryEntry> history) {}

    /** @return in the order of the rows what became of each */
    List<Turned> change(Batch batch, List<RelationRow> rows) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, InsuredPerson> standing = persons.find(personsOf(rows));
            Map<PersonId, InsuredPerson> changed = new LinkedHashMap<>();
            List<Turned> turned = turn(batch, rows, standing, changed);
            if (changed.isEmpty() || persons.replace(standing, changed.values())) {
                return turned;
            }
        }
        throw new IllegalStateException("batch " + batch.id() + " met others " + ATTEMPTS + " times");
    }

    private static Set<PersonId> personsOf(List<RelationRow> rows) {
        Set<PersonId> persons = new TreeSet<>();
        for (RelationRow each : rows) {
            RelationChange change = each.change();
            if (change != null) {
                persons.add(change.person());
            }
        }
        return persons;
    }

    private static List<Turned> turn(
            Batch batch,
            List<RelationRow> rows,
            Map<PersonId, InsuredPerson> standing,
            Map<PersonId, InsuredPerson> changed) {
        Map<PersonId, InsuredPerson> now = new HashMap<>(standing);
        List<Turned> turned = new ArrayList<>(rows.size());
        for (RelationRow each : rows) {
            Refusal refusal = each.refusal();
            RelationChange change = each.change();
            if (refusal != null || change == null) {
                Refusal why = refusal == null ? Refusal.wrong("row-empty", "row", "空行") : refusal;
                turned.add(new Turned(each, Outcome.refused(each.row(), why), List.of()));
                continue;
            }
            InsuredPerson person = now.getOrDefault(change.person(), InsuredPerson.unknown(change.person()));
            Mark mark = new Mark(batch.id() + "#" + each.row(), batch.by(), batch.staff(), batch.on(), each.proof());
            turned.add(
                    switch (RelationRule.apply(person, change, mark)) {
                        case Turn.Changed(InsuredPerson next) -> {
                            now.put(next.id(), next);
                            changed.put(next.id(), next);
                            yield new Turned(each, Outcome.done(each.row()), next.historyOf(mark.cause()));
                        }
                        case Turn.DoneBefore() ->
                            new Turned(each, Outcome.done(each.row()), person.historyOf(mark.cause()));
                        case Turn.AlreadySo() -> new Turned(each, Outcome.alreadySo(each.row()), List.of());
                        case Turn.Refused(Refusal refused) ->
                            new Turned(each, Outcome.refused(each.row(), refused), List.of());
                    });
        }
        return turned;
    }
}
