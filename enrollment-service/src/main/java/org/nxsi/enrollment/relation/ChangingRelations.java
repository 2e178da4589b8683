package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.person.PersonRegister;
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
    private final PersonRegister register;

    ChangingRelations(InsuredPersons persons, PersonRegister register) {
        this.persons = persons;
        this.register = register;
    }

    /**
     * What became of a row.
     *
     * @param person whose document it changed: the very id, also where it was joined to another one
     * @param history what the row changed, now or when it was carried out before
     */
    record Turned(
            RelationRow row, Outcome outcome, @Nullable PersonId person, List<HistoryEntry> history) {

        static Turned refused(RelationRow row, Refusal refusal) {
            return new Turned(row, Outcome.refused(row.row(), refusal), null, List.of());
        }
    }

    /** @return in the order of the rows what became of each */
    List<Turned> change(Batch batch, List<RelationRow> rows) {
        Set<PersonId> wanted = personsOf(rows);
        Map<PersonId, List<PersonId>> joined = register.joinedTo(wanted);
        Set<PersonId> all = new TreeSet<>(wanted);
        joined.values().forEach(all::addAll);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, InsuredPerson> standing = persons.find(all);
            Turning turning = new Turning(batch, standing, joined);
            List<Turned> turned = rows.stream().map(turning::turn).toList();
            if (turning.changed.isEmpty() || persons.replace(standing, turning.changed.values())) {
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

    /** One look at the persons, and what the rows make of them, one after the other. */
    private static final class Turning {

        private final Batch batch;
        private final Map<PersonId, InsuredPerson> now;
        private final Map<PersonId, List<PersonId>> joined;
        private final Map<PersonId, InsuredPerson> changed = new LinkedHashMap<>();

        Turning(Batch batch, Map<PersonId, InsuredPerson> standing, Map<PersonId, List<PersonId>> joined) {
            this.batch = batch;
            this.now = new HashMap<>(standing);
            this.joined = joined;
        }

        Turned turn(RelationRow row) {
            RelationChange change = row.change();
            if (change == null) {
                Refusal refusal = row.refusal();
                return Turned.refused(row, refusal == null ? Refusal.wrong("row-empty", "row", "空行") : refusal);
            }
            String cause = batch.id() + "#" + row.row();
            InsuredPerson person = target(change, cause);
            Mark mark = new Mark(cause, batch.by(), batch.staff(), batch.on(), row.proof());
            return switch (RelationRule.apply(person, elsewhere(change.person(), person.id()), change, mark)) {
                case Turn.Changed(InsuredPerson next) -> {
                    now.put(next.id(), next);
                    changed.put(next.id(), next);
                    yield done(row, next, cause);
                }
                case Turn.DoneBefore() -> done(row, person, cause);
                case Turn.AlreadySo() -> new Turned(row, Outcome.alreadySo(row.row()), person.id(), List.of());
                case Turn.Refused(Refusal refused) -> Turned.refused(row, refused);
            };
        }

        private static Turned done(RelationRow row, InsuredPerson person, String cause) {
            Late late = row.late();
            Outcome outcome = late == null ? Outcome.done(row.row()) : Outcome.done(row.row(), LateRule.remark(late));
            return new Turned(row, outcome, person.id(), person.historyOf(cause));
        }

        /**
         * Whoever starts does so under the id that remains. What stands already is changed where it stands, under an id that
         * was joined too.
         */
        private InsuredPerson target(RelationChange change, String cause) {
            PersonId remaining = change.person();
            InsuredPerson first = now.getOrDefault(remaining, InsuredPerson.unknown(remaining));
            for (PersonId each : joined.getOrDefault(remaining, List.of())) {
                InsuredPerson other = now.get(each);
                if (other == null) {
                    continue;
                }
                boolean standsThere = change.kind() != RelationChange.Kind.START
                        && other.hasRunningWith(change.payer())
                        && !first.hasRunningWith(change.payer());
                if (standsThere || other.wasChangedBy(cause)) {
                    return other;
                }
            }
            return first;
        }

        private List<Relation> elsewhere(PersonId remaining, PersonId target) {
            List<Relation> elsewhere = new ArrayList<>();
            List<PersonId> others = new ArrayList<>(joined.getOrDefault(remaining, List.of()));
            others.add(remaining);
            others.remove(target);
            for (PersonId each : others) {
                InsuredPerson other = now.get(each);
                if (other != null) {
                    elsewhere.addAll(other.relations());
                }
            }
            return elsewhere;
        }
    }
}
