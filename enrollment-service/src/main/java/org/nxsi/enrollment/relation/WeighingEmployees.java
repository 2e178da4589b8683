package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.EmployeeColumns.Read;
import org.nxsi.enrollment.relation.EmployeeRule.Wanting;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/**
 * Weighs the rows of a list against the rules and the register, all at once: each comes out as a change, or refused. Whoever
 * starts to work and is not known is registered.
 */
@Component
class WeighingEmployees {

    private static final String DAYS = "relation.registration_days";

    private final PersonRegister register;
    private final LateRule.Emergencies emergencies;
    private final PolicyData policies;

    WeighingEmployees(PersonRegister register, LateRule.Emergencies emergencies, PolicyData policies) {
        this.register = register;
        this.emergencies = emergencies;
        this.policies = policies;
    }

    /** @param cause what registers new persons; the same for a repetition */
    List<RelationRow> weigh(List<Read> rows, Wanting wanting, String cause) {
        Map<EmployeeOrder, @Nullable Refusal> checked = new LinkedHashMap<>();
        for (Read each : rows) {
            if (each.order() != null) {
                checked.put(each.order(), EmployeeRule.check(each.order(), wanting));
            }
        }
        List<EmployeeOrder> right = checked.entrySet().stream()
                .filter(each -> each.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        Map<SocialNumber, Known> known = known(right, wanting, cause);
        int days = policies.find(DAYS, wanting.employer().area(), PolicyData.ALL_SCHEMES, wanting.today())
                .integer();
        List<RelationRow> weighed = new ArrayList<>(rows.size());
        for (Read each : rows) {
            EmployeeOrder order = each.order();
            if (order == null) {
                weighed.add(RelationRow.refused(each.row(), Objects.requireNonNull(each.refusal())));
                continue;
            }
            Refusal refusal = checked.get(order);
            Known person = known.get(order.number());
            refusal = refusal == null ? ofPerson(order, person) : refusal;
            weighed.add(
                    refusal == null && person != null
                            ? row(order, person, wanting, days)
                            : RelationRow.refused(order.row(), Objects.requireNonNull(refusal)));
        }
        return weighed;
    }

    /** Those of the rows that are known, and those who become so by starting to work. */
    private Map<SocialNumber, Known> known(List<EmployeeOrder> right, Wanting wanting, String cause) {
        Set<SocialNumber> numbers = right.stream().map(EmployeeOrder::number).collect(Collectors.toSet());
        Map<SocialNumber, Known> known = new HashMap<>(register.findByNumbers(numbers));
        Map<SocialNumber, PersonName> fresh = new LinkedHashMap<>();
        for (EmployeeOrder each : right) {
            if (each.kind() == RelationChange.Kind.START && !known.containsKey(each.number())) {
                fresh.putIfAbsent(each.number(), each.name());
            }
        }
        if (!fresh.isEmpty()) {
            List<NewPerson> people = new ArrayList<>(fresh.size());
            fresh.forEach((number, name) ->
                    people.add(new NewPerson(number, name, wanting.employer().area())));
            register.registerAll(people, cause);
            known.putAll(register.findByNumbers(fresh.keySet()));
        }
        return known;
    }

    private static @Nullable Refusal ofPerson(EmployeeOrder order, @Nullable Known person) {
        if (person == null) {
            return Refusal.wrong("not-insured-here", "number", "该人员在本单位没有参保关系");
        }
        if (!person.name().sameAs(order.name())) {
            return Refusal.wrong("name-differs", "name", "姓名与登记的不一致");
        }
        boolean dead = person.diedOn() != null;
        return dead && order.kind() != RelationChange.Kind.STOP ? RelationRule.died() : null;
    }

    private RelationRow row(EmployeeOrder order, Known person, Wanting wanting, int days) {
        Payer payer = Payer.employer(wanting.employer().id());
        LocalDate hiredOn = order.hiredOn();
        Month from = order.from();
        RelationChange change = new RelationChange(
                order.kind(),
                person.id(),
                order.kind() == RelationChange.Kind.START && from != null
                        ? List.copyOf(EmployeeRule.schemes(order, wanting.employer(), from))
                        : order.schemes(),
                payer,
                order.kind() == RelationChange.Kind.START ? wanting.employer().area() : null,
                order.kind() == RelationChange.Kind.STOP ? order.last() : from,
                hiredOn,
                order.reason());
        Late late = order.kind() == RelationChange.Kind.START && hiredOn != null
                ? LateRule.of(hiredOn, wanting.today(), days, wanting.employer().area(), emergencies)
                : null;
        return new RelationRow(order.row(), change, null, late, order.wage(), order.proof());
    }
}
