package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyStatus;
import org.springframework.stereotype.Component;

/** Makes the content of an employer's printed record: everybody whom it insured in the period, numbers masked. */
@Component
class MakingEmployerRecord {

    private static final int AT_ONCE = 1_000;

    private final EmployerMonths months;
    private final PersonRegister register;
    private final Sheets sheets;
    private final BusinessClock clock;

    MakingEmployerRecord(EmployerMonths months, PersonRegister register, Sheets sheets, BusinessClock clock) {
        this.months = months;
        this.register = register;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** @throws org.nxsi.platform.web.ProblemException 422 {@code too-many-persons} */
    EmployerRecord of(Employer employer, Period period) {
        List<Tally> tallies = new ArrayList<>(months.of(employer, period));
        Map<PersonId, Known> known = known(tallies);
        tallies.sort(Comparator.comparing((Tally each) -> numberOf(each, known))
                .thenComparing(each -> each.person().value()));
        List<EmployerRecord.SchemeTotal> totals = totals(tallies);
        boolean sample = isSample(Payer.employer(employer.id()), period);
        return new EmployerRecord(
                clock.today(),
                employer.name(),
                employer.id(),
                employer.area(),
                employer.area().fullName(),
                period.from(),
                period.to(),
                totals,
                tallies.stream().map(each -> person(each, known)).toList(),
                Note.ofStates(
                        totals.stream()
                                .flatMap(each -> each.states().keySet().stream())
                                .toList(),
                        false,
                        sample),
                sample);
    }

    private Map<PersonId, Known> known(List<Tally> tallies) {
        List<PersonId> ids = tallies.stream().map(Tally::person).toList();
        Map<PersonId, Known> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            known.putAll(register.findAll(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return known;
    }

    private static String numberOf(Tally tally, Map<PersonId, Known> known) {
        Known person = known.get(tally.person());
        return person == null ? "" : person.number().value();
    }

    private static EmployerRecord.Person person(Tally tally, Map<PersonId, Known> known) {
        Known person = known.get(tally.person());
        return new EmployerRecord.Person(
                person == null ? "—" : person.name().value(),
                person == null ? "—" : person.number().masked(),
                tally.first(),
                tally.last(),
                tally.byCode());
    }

    private static List<EmployerRecord.SchemeTotal> totals(Collection<Tally> tallies) {
        Map<Scheme, Map<MonthState, Integer>> states = new EnumMap<>(Scheme.class);
        Map<Scheme, Integer> persons = new EnumMap<>(Scheme.class);
        for (Tally tally : tallies) {
            tally.counts().forEach((scheme, own) -> {
                persons.merge(scheme, 1, Integer::sum);
                Map<MonthState, Integer> sums = states.computeIfAbsent(scheme, any -> new EnumMap<>(MonthState.class));
                own.forEach((state, count) -> sums.merge(state, count, Integer::sum));
            });
        }
        return states.entrySet().stream()
                .map(each -> new EmployerRecord.SchemeTotal(
                        each.getKey(),
                        each.getKey().title(),
                        persons.getOrDefault(each.getKey(), 0),
                        MonthState.counted(each.getValue()),
                        each.getValue()))
                .toList();
    }

    private boolean isSample(Payer payer, Period period) {
        List<Month> all = IntStream.rangeClosed(0, period.from().until(period.to()))
                .mapToObj(period.from()::plus)
                .toList();
        return sheets.of(payer, all).stream()
                .flatMap(sheet -> sheet.policies().stream())
                .anyMatch(each -> each.status() == PolicyStatus.SAMPLE);
    }
}
