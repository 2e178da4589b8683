package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyStatus;
import org.springframework.stereotype.Component;

/** A person's months of all schemes: who insured them, what was assessed, what has arrived, what is deferred. */
@Component
class PersonMonths {

    private final PersonRegister register;
    private final Relations relations;
    private final AssessedMonths lines;
    private final Sheets sheets;
    private final Dues dues;
    private final FactsOfMonth facts;
    private final BusinessClock clock;

    PersonMonths(
            PersonRegister register,
            Relations relations,
            AssessedMonths lines,
            Sheets sheets,
            Dues dues,
            FactsOfMonth facts,
            BusinessClock clock) {
        this.register = register;
        this.relations = relations;
        this.lines = lines;
        this.sheets = sheets;
        this.dues = dues;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a relation or a line says of one month. */
    private static final class Found {

        private boolean insured;
        private @Nullable AreaCode area;
        private @Nullable Parts parts;
    }

    /** By scheme; schemes without any month are left out. @param to not more than some decades after the first month */
    List<SchemeRecord> of(PersonId person, Month from, Month to) {
        Map<DueKey, Found> found = new HashMap<>();
        List<PersonId> ids = register.idsOf(person);
        List<AssessedMonth> assessed = assessed(ids, from, to);
        assessed.forEach(line -> addLine(found, line, from, to));
        relations
                .ofPersons(ids)
                .values()
                .forEach(some -> some.forEach(relation -> addRelation(found, relation, from, to)));
        Map<String, Due> owed =
                dues.find(found.keySet().stream().map(DueKey::id).toList());
        Map<Scheme, Map<Month, List<RecordMonth.OfPayer>>> byScheme = new EnumMap<>(Scheme.class);
        found.forEach((key, each) -> {
            RecordMonth.OfPayer ofPayer = ofPayer(key, each, owed.get(key.id()));
            if (ofPayer != null) {
                byScheme.computeIfAbsent(key.scheme(), any -> new TreeMap<>())
                        .computeIfAbsent(key.month(), any -> new ArrayList<>())
                        .add(ofPayer);
            }
        });
        Set<Scheme> samples = samples(assessed);
        return byScheme.entrySet().stream()
                .map(each -> new SchemeRecord(
                        each.getKey(),
                        each.getValue().entrySet().stream()
                                .map(month -> RecordMonth.of(month.getKey(), month.getValue()))
                                .toList(),
                        samples.contains(each.getKey())))
                .toList();
    }

    /** Of whole years: residents pay once a year, in whatever month. */
    private List<AssessedMonth> assessed(Collection<PersonId> ids, Month from, Month to) {
        List<AssessedMonth> all = new ArrayList<>();
        for (PersonId id : ids) {
            all.addAll(lines.ofPerson(id, new Month(from.year(), 1), new Month(to.year(), 12)));
        }
        return all;
    }

    private static void addLine(Map<DueKey, Found> found, AssessedMonth line, Month from, Month to) {
        line.parts().forEach((code, parts) -> {
            Scheme scheme = Scheme.parse(code);
            boolean wanted = SchemeRecord.isYearly(scheme)
                    || !line.month().isBefore(from) && !line.month().isAfter(to);
            if (wanted && !FactsOfMonth.isNothing(parts)) {
                found.computeIfAbsent(new DueKey(line.payer(), scheme, line.month()), any -> new Found()).parts = parts;
            }
        });
    }

    private static void addRelation(Map<DueKey, Found> found, Relation relation, Month from, Month to) {
        boolean yearly = SchemeRecord.isYearly(relation.scheme());
        for (Month month = from; !month.isAfter(to); month = month.next()) {
            if (relation.covers(month)) {
                DueKey key = new DueKey(
                        relation.payer(),
                        relation.scheme(),
                        yearly ? monthOfYear(found, relation, month.year()) : month);
                Found each = found.computeIfAbsent(key, any -> new Found());
                each.insured = true;
                each.area = relation.area();
            }
        }
    }

    /** The month under which a resident's year was assessed; of a year without, its last one. */
    private static Month monthOfYear(Map<DueKey, Found> found, Relation relation, int year) {
        return found.keySet().stream()
                .filter(key -> key.scheme() == relation.scheme()
                        && key.payer().equals(relation.payer())
                        && key.month().year() == year)
                .map(DueKey::month)
                .max(Month::compareTo)
                .orElse(new Month(year, 12));
    }

    private RecordMonth.@Nullable OfPayer ofPayer(DueKey key, Found each, @Nullable Due due) {
        AreaCode area = due != null ? due.area() : each.area != null ? each.area : AreaCode.NINGXIA;
        Parts parts = each.parts;
        MonthFacts known = facts.of(key, each.insured, parts, area, due);
        MonthState state = MonthState.of(known, clock.today());
        if (state == null) {
            return null;
        }
        LocalDate deadline = state == MonthState.DEFERRED ? known.deadline() : null;
        return new RecordMonth.OfPayer(
                key.payer(),
                state,
                parts == null ? null : parts.base(),
                parts == null ? Fen.ZERO : parts.employer(),
                parts == null ? Fen.ZERO : parts.person(),
                parts == null ? Fen.ZERO : parts.exempted(),
                known.dueDate(),
                deadline);
    }

    /** Whose sheets rest on made-up policies: that is to be seen on whatever is made of them. */
    private Set<Scheme> samples(List<AssessedMonth> assessed) {
        Map<Payer, Set<Month>> months = new HashMap<>();
        assessed.forEach(line ->
                months.computeIfAbsent(line.payer(), any -> new HashSet<>()).add(line.month()));
        Set<Scheme> samples = new HashSet<>();
        months.forEach((payer, some) -> sheets.of(payer, some).stream()
                .filter(sheet -> sheet.policies().stream().anyMatch(each -> each.status() == PolicyStatus.SAMPLE))
                .forEach(sheet -> sheet.totals().forEach(total -> samples.add(total.scheme()))));
        return samples;
    }
}
