package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nxsi.enrollment.relation.RelationRule.Mark;
import org.nxsi.enrollment.relation.RelationRule.Turn;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/** Carries out orders in bulk. */
@Component
class ChangingRelations {

    /** Others who change the same persons at the same time: so often is looked again. */
    private static final int ATTEMPTS = 10;

    private final InsuredPersons persons;
    private final BusinessClock clock;

    ChangingRelations(InsuredPersons persons, BusinessClock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    List<Outcome> carryOut(Order order) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, InsuredPerson> standing = persons.find(new TreeSet<>(
                    order.changes().stream().map(RelationChange::person).toList()));
            Map<PersonId, InsuredPerson> changed = new LinkedHashMap<>();
            List<Outcome> outcomes = outcomes(order, standing, changed);
            if (changed.isEmpty() || persons.replace(changed.values())) {
                return outcomes;
            }
        }
        throw new IllegalStateException("order " + order.id() + " met others " + ATTEMPTS + " times");
    }

    private List<Outcome> outcomes(
            Order order, Map<PersonId, InsuredPerson> standing, Map<PersonId, InsuredPerson> changed) {
        Map<PersonId, InsuredPerson> now = new HashMap<>(standing);
        List<Outcome> outcomes = new ArrayList<>();
        for (RelationChange change : order.changes()) {
            int row = outcomes.size() + 1;
            InsuredPerson person = now.getOrDefault(change.person(), InsuredPerson.unknown(change.person()));
            Mark mark = new Mark(order.id() + "#" + row, order.by(), clock.today(), null);
            outcomes.add(
                    switch (RelationRule.apply(person, change, mark)) {
                        case Turn.Changed(InsuredPerson next) -> {
                            now.put(next.id(), next);
                            changed.put(next.id(), next.following(standing.get(next.id())));
                            yield Outcome.done(row);
                        }
                        case Turn.DoneBefore() -> Outcome.done(row);
                        case Turn.AlreadySo() -> Outcome.alreadySo(row);
                        case Turn.Refused(Refusal refusal) -> Outcome.refused(row, refusal);
                    });
        }
        return outcomes;
    }
}
