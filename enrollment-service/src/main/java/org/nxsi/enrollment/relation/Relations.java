package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Who is insured by whom: what the other parts ask, and how they have it changed. */
@Component
public class Relations {

    private static final int AT_ONCE = 500;

    private final InsuredPersons persons;
    private final PersonRegister register;
    private final BatchWorker<RelationChunk> batches;
    private final BusinessClock clock;

    Relations(
            InsuredPersons persons, PersonRegister register, BatchWorker<RelationChunk> batches, BusinessClock clock) {
        this.persons = persons;
        this.register = register;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Whom a payer insures in a month, by person.
     *
     * @param after the last person seen; null at the beginning
     * @param limit most persons; fewer only at the end
     */
    public List<Insured> insuredBy(Payer payer, Month month, @Nullable PersonId after, int limit) {
        List<Insured> insured = new ArrayList<>();
        PersonId last = after;
        while (insured.size() < limit) {
            List<InsuredPerson> some = persons.of(payer, last, AT_ONCE);
            for (InsuredPerson each : some) {
                Set<Scheme> schemes = each.schemes(payer, month);
                if (!schemes.isEmpty() && insured.size() < limit) {
                    insured.add(new Insured(each.id(), schemes));
                }
            }
            if (some.size() < AT_ONCE) {
                break;
            }
            last = some.getLast().id();
        }
        return insured;
    }

    /**
     * Under which id a payer insures persons in a month, by the id that remains: of those who were joined it may be the
     * other one. Whom the payer does not insure is not in it.
     *
     * @param remaining at most some thousand
     */
    public Map<PersonId, PersonId> insuredUnder(Payer payer, Month month, Collection<PersonId> remaining) {
        Map<PersonId, List<PersonId>> joined = register.joinedTo(remaining);
        Set<PersonId> all = new TreeSet<>(remaining);
        joined.values().forEach(all::addAll);
        Map<PersonId, InsuredPerson> found = persons.find(all);
        Map<PersonId, PersonId> under = new HashMap<>();
        for (PersonId each : remaining) {
            List<PersonId> ids = new ArrayList<>(List.of(each));
            ids.addAll(joined.getOrDefault(each, List.of()));
            ids.stream()
                    .filter(id -> found.containsKey(id)
                            && !found.get(id).schemes(payer, month).isEmpty())
                    .findFirst()
                    .ifPresent(id -> under.put(each, id));
        }
        return under;
    }

    /**
     * The relations of a payer, past ones too, by person.
     *
     * @param after the last person seen; null at the beginning
     * @param limit most persons; fewer only at the end
     */
    public Map<PersonId, List<Relation>> ofPayer(Payer payer, @Nullable PersonId after, int limit) {
        Map<PersonId, List<Relation>> relations = new LinkedHashMap<>();
        for (InsuredPerson each : persons.of(payer, after, limit)) {
            relations.put(
                    each.id(),
                    each.relations().stream()
                            .filter(relation -> relation.payer().equals(payer))
                            .toList());
        }
        return relations;
    }

    /** How many a payer insures in a month, by scheme. */
    public Map<Scheme, Long> heads(Payer payer, Month month) {
        return persons.heads(payer, month);
    }

    /** All relations of a person, past ones too, and of whoever was merged into them; none if nobody ever insured them. */
    public List<Relation> ofPerson(PersonId person) {
        Map<PersonId, List<Relation>> found = ofPersons(register.idsOf(person));
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** The same for at most some thousand persons, by the very ids; who has none is not in it. */
    public Map<PersonId, List<Relation>> ofPersons(Collection<PersonId> all) {
        Map<PersonId, List<Relation>> relations = new HashMap<>();
        persons.find(new TreeSet<>(all)).forEach((id, person) -> relations.put(id, person.relations()));
        return relations;
    }

    /**
     * Carries out what a command orders, and tells of it: every good row, and none twice. A crash in between leaves nothing
     * half done: what the order began is finished soon, and a repetition under the same id finds it.
     *
     * @return in the order of the changes what became of each
     */
    public List<Outcome> carryOut(Order order) {
        List<RelationRow> rows = new ArrayList<>();
        order.changes().forEach(each -> rows.add(RelationRow.wanted(rows.size() + 1, each)));
        RelationChange first = order.changes().getFirst();
        Batch batch = Chunked.batch(
                order.id(),
                first.payer(),
                order.area(),
                order.by(),
                false,
                order.channel(),
                clock.today(),
                rows,
                "order");
        Batch done = batches.carryOut(batch, Chunked.chunks(batch, rows));
        return batches.batches().chunks(done).stream()
                .flatMap(each -> each.outcomes().stream())
                .toList();
    }
}
