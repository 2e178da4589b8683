package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The months of everybody whom an employer insures: month by month, so that no more than one month's lines are in memory. */
@Component
class EmployerMonths {

    private static final int AT_ONCE = 1_000;

    private final Relations relations;
    private final AssessedMonths lines;
    private final Dues dues;
    private final FactsOfMonth facts;
    private final BusinessClock clock;

    EmployerMonths(Relations relations, AssessedMonths lines, Dues dues, FactsOfMonth facts, BusinessClock clock) {
        this.relations = relations;
        this.lines = lines;
        this.dues = dues;
        this.facts = facts;
        this.clock = clock;
    }

    /** What makes a difference between the persons of one month and scheme. */
    private record Case(Scheme scheme, boolean insured, boolean assessed, boolean exempted, String kind) {

        static Case of(Scheme scheme, boolean insured, @Nullable Parts parts) {
            return parts == null
                    ? new Case(scheme, insured, false, false, "")
                    : new Case(scheme, insured, true, parts.exempted().isPositive(), parts.kind());
        }
    }

    /**
     * By person; who has no month in the period is not among them.
     *
     * @throws org.nxsi.platform.web.ProblemException 422 {@code too-many-persons}
     */
    Collection<Tally> of(Employer employer, Period period) {
        Payer payer = Payer.employer(employer.id());
        Map<PersonId, Tally> tallies = tallies(payer, period);
        for (int i = 0; i <= period.from().until(period.to()); i++) {
            add(tallies, employer, payer, period.from().plus(i));
        }
        return tallies.values().stream().filter(each -> !each.isEmpty()).toList();
    }

    private Map<PersonId, Tally> tallies(Payer payer, Period period) {
        Map<PersonId, Tally> tallies = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        PersonId after = null;
        int read;
        do {
            var page = relations.ofPayer(payer, after, AT_ONCE);
            read = page.size();
            for (var each : page.entrySet()) {
                after = each.getKey();
                boolean inPeriod = each.getValue().stream()
                        .anyMatch(relation -> relation.spells().stream()
                                .anyMatch(spell -> !spell.from().isAfter(period.to())
                                        && (spell.to() == null || !spell.to().isBefore(period.from()))));
                if (inPeriod) {
                    tallies.put(each.getKey(), new Tally(each.getKey(), each.getValue()));
                    refuseTooMany(tallies.size());
                }
            }
        } while (read == AT_ONCE);
        return tallies;
    }

    private void add(Map<PersonId, Tally> tallies, Employer employer, Payer payer, Month month) {
        Map<PersonId, Map<Scheme, Parts>> assessed = assessed(payer, month);
        assessed.keySet().forEach(each -> tallies.computeIfAbsent(each, id -> new Tally(id, List.of())));
        refuseTooMany(tallies.size());
        Map<String, Due> owed = dues.find(List.of(Scheme.values()).stream()
                .map(scheme -> new DueKey(payer, scheme, month).id())
                .toList());
        Map<Case, MonthState> known = new HashMap<>();
        for (Tally tally : tallies.values()) {
            Map<Scheme, Parts> own = assessed.getOrDefault(tally.person(), Map.of());
            for (Scheme scheme : Scheme.values()) {
                Parts parts = own.get(scheme);
                boolean insured = tally.isInsured(scheme, month);
                if (!insured && parts == null) {
                    continue;
                }
                MonthState state = known.computeIfAbsent(Case.of(scheme, insured, parts), any -> {
                    DueKey key = new DueKey(payer, scheme, month);
                    MonthFacts all = facts.of(key, insured, parts, employer.area(), owed.get(key.id()));
                    return Objects.requireNonNull(MonthState.of(all, clock.today()));
                });
                tally.add(scheme, month, state);
            }
        }
    }

    private Map<PersonId, Map<Scheme, Parts>> assessed(Payer payer, Month month) {
        Map<PersonId, Map<Scheme, Parts>> assessed = new HashMap<>();
        List<AssessedMonth> page = new ArrayList<>();
        do {
            page = lines.ofSheet(
                    payer, month, page.isEmpty() ? null : page.getLast().person(), AT_ONCE);
            for (AssessedMonth line : page) {
                Map<Scheme, Parts> own = new EnumMap<>(Scheme.class);
                line.parts().forEach((code, parts) -> {
                    if (!FactsOfMonth.isNothing(parts)) {
                        own.put(Scheme.parse(code), parts);
                    }
                });
                if (!own.isEmpty()) {
                    assessed.put(line.person(), own);
                }
            }
            refuseTooMany(assessed.size());
        } while (page.size() == AT_ONCE);
        return assessed;
    }

    private static void refuseTooMany(int persons) {
        if (persons > EmployerRecord.MOST_PERSONS) {
            throw Problem.of(
                            422,
                            "too-many-persons",
                            "more than " + EmployerRecord.MOST_PERSONS
                                    + " persons in the period: ask for a shorter one, or at the counter")
                    .at("from")
                    .exception();
        }
    }
}
