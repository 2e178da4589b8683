package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nxsi.enrollment.relation.RelationRule.Mark;
import org.nxsi.enrollment.relation.RelationRule.Turn;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

class RelationRuleProperties {

    private static final PersonId PERSON = PersonId.parse("a".repeat(26));
    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final Month JANUARY = Month.parse("2020-01");
    private static final List<Payer> PAYERS = List.of(
            Payer.employer(CreditCode.parse("91640100MA7ABCD12N")),
            Payer.flexibleWorker(PERSON),
            Payer.resident(PERSON));

    @Property(tries = 500)
    void no_month_is_ever_under_two_pensions(@ForAll("changes") List<RelationChange> changes) {
        InsuredPerson person = all(changes);

        assertThat(Overlap.among(person.relations())).isEmpty();
    }

    @Property(tries = 300)
    void a_row_that_was_carried_out_changes_nothing_when_it_is_repeated_at_whatever_time(
            @ForAll("changes") List<RelationChange> changes, @ForAll Random random) {
        InsuredPerson once = all(changes);
        InsuredPerson person = InsuredPerson.unknown(PERSON);
        List<Integer> carriedOut = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            InsuredPerson before = person;
            person = apply(before, changes.get(i), "row-" + i);
            if (person.version() > before.version()) {
                carriedOut.add(i);
            }
            if (!carriedOut.isEmpty()) {
                int earlier = carriedOut.get(random.nextInt(carriedOut.size()));
                person = apply(person, changes.get(earlier), "row-" + earlier);
            }
        }

        assertThat(person).isEqualTo(once);
    }

    @Property(tries = 300)
    void a_list_of_starts_sent_again_as_another_one_changes_nothing(@ForAll("changes") List<RelationChange> changes) {
        List<RelationChange> starts = changes.stream()
                .filter(each -> each.kind() == RelationChange.Kind.START)
                .toList();
        InsuredPerson once = all(starts);
        InsuredPerson again = once;
        for (int i = 0; i < starts.size(); i++) {
            again = apply(again, starts.get(i), "other-" + i);
        }

        assertThat(again).isEqualTo(once);
    }

    @Property(tries = 300)
    void the_order_in_which_different_employees_rows_come_does_not_matter(
            @ForAll("changes") List<RelationChange> changes, @ForAll Random random) {
        List<PersonId> people =
                List.of(PERSON, PersonId.parse("b" + "a".repeat(25)), PersonId.parse("c" + "a".repeat(25)));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, changes.size()).boxed().toList());
        Map<PersonId, InsuredPerson> inOrder = carryOut(changes, people, order);
        List<Integer> mixed = mixed(order, people.size(), random);

        assertThat(carryOut(changes, people, mixed)).isEqualTo(inOrder);
    }

    @Property(tries = 300)
    void a_death_ends_all_that_runs_and_what_was_insured_before_stays(
            @ForAll("changes") List<RelationChange> changes, @ForAll("months") Month month) {
        InsuredPerson person = all(changes);

        Turn turn = RelationRule.died(person, month.firstDay(), mark("death"));

        InsuredPerson dead = turn instanceof Turn.Changed(InsuredPerson next) ? next : person;
        assertThat(dead.diedOn()).isEqualTo(month.firstDay());
        assertThat(dead.relations()).allMatch(each -> !each.spells().getLast().runs());
        for (Payer payer : PAYERS) {
            assertThat(dead.schemes(payer, month)).isEqualTo(person.schemes(payer, month));
        }
        assertThat(RelationRule.died(dead, month.firstDay(), mark("death again")))
                .isInstanceOf(Turn.AlreadySo.class);
    }

    /** Another order of all rows that keeps the order of each person's own. */
    private static List<Integer> mixed(List<Integer> order, int people, Random random) {
        List<List<Integer>> own = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int person = i;
            own.add(new ArrayList<>(
                    order.stream().filter(row -> row % people == person).toList()));
        }
        List<Integer> mixed = new ArrayList<>();
        while (mixed.size() < order.size()) {
            List<List<Integer>> left =
                    new ArrayList<>(own.stream().filter(rows -> !rows.isEmpty()).toList());
            Collections.shuffle(left, random);
            mixed.add(left.getFirst().removeFirst());
        }
        return mixed;
    }

    private static Map<PersonId, InsuredPerson> carryOut(
            List<RelationChange> changes, List<PersonId> people, List<Integer> order) {
        Map<PersonId, InsuredPerson> persons = new TreeMap<>();
        for (int row : order) {
            PersonId id = people.get(row % people.size());
            RelationChange change = changes.get(row);
            RelationChange own = new RelationChange(
                    change.kind(),
                    id,
                    change.schemes(),
                    change.payer(),
                    change.area(),
                    change.month(),
                    change.hiredOn(),
                    change.reason());
            persons.put(id, apply(persons.getOrDefault(id, InsuredPerson.unknown(id)), own, "row-" + row));
        }
        return persons;
    }

    private static InsuredPerson all(List<RelationChange> changes) {
        InsuredPerson person = InsuredPerson.unknown(PERSON);
        for (int i = 0; i < changes.size(); i++) {
            person = apply(person, changes.get(i), "row-" + i);
        }
        return person;
    }

    private static InsuredPerson apply(InsuredPerson person, RelationChange change, String cause) {
        return RelationRule.apply(person, change, mark(cause)) instanceof Turn.Changed(InsuredPerson next)
                ? next
                : person;
    }

    private static Mark mark(String cause) {
        return new Mark(cause, "agent", true, LocalDate.of(2020, 2, 10), "证明");
    }

    @Provide
    Arbitrary<Month> months() {
        return Arbitraries.integers().between(0, 11).map(JANUARY::plus);
    }

    @Provide
    Arbitrary<List<RelationChange>> changes() {
        return Combinators.combine(
                        Arbitraries.of(RelationChange.Kind.values()),
                        Arbitraries.of(PAYERS),
                        Arbitraries.of(
                                Scheme.EMPLOYEE_PENSION,
                                Scheme.CIVIL_SERVANT_PENSION,
                                Scheme.RESIDENT_PENSION,
                                Scheme.WORK_INJURY),
                        months(),
                        Arbitraries.of(StopReason.CONTRACT_ENDED, StopReason.MISTAKEN))
                .as((kind, payer, scheme, month, reason) -> switch (kind) {
                    case START -> RelationChange.start(PERSON, Set.of(scheme), payer, AREA, month, null);
                    case STOP -> RelationChange.stop(PERSON, Set.of(scheme), payer, month, reason);
                    case ALTER -> RelationChange.alter(PERSON, Set.of(scheme), payer, null, month, null);
                })
                .list()
                .ofMaxSize(12);
    }
}
