package org.nxsi.enrollment.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.contribution.Contribution.Paying;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyStatus;
import org.springframework.stereotype.Component;

/** A person's contributions of some months: the lines of the sheets, with what their dues say. */
@Component
class OwnContributions {

    private static final int CREDIT_CODE = 18;

    private final AssessedMonths months;
    private final Sheets sheets;
    private final Dues dues;
    private final PersonRegister persons;
    private final Employers employers;
    private final BusinessClock clock;

    OwnContributions(
            AssessedMonths months,
            Sheets sheets,
            Dues dues,
            PersonRegister persons,
            Employers employers,
            BusinessClock clock) {
        this.months = months;
        this.sheets = sheets;
        this.dues = dues;
        this.persons = persons;
        this.employers = employers;
        this.clock = clock;
    }

    /**
     * By month and scheme, ascending; under whichever ids the person was known.
     *
     * @param wanted null for all
     */
    List<Contribution> of(PersonId person, @Nullable Scheme wanted, Month from, Month to) {
        List<AssessedMonth> lines = new ArrayList<>();
        for (PersonId id : ids(person)) {
            lines.addAll(months.ofPerson(id, from, to));
        }
        Map<String, Due> found = dues.find(dueIds(lines));
        Map<Payer, Paying> payers = new HashMap<>();
        Set<String> samples = samples(lines);
        LocalDate today = clock.today();
        List<Contribution> contributions = new ArrayList<>();
        for (AssessedMonth line : lines) {
            boolean sample = samples.contains(AssessmentSheet.idOf(line.payer(), line.month()));
            line.parts().forEach((code, parts) -> {
                Scheme scheme = Scheme.parse(code);
                if (isSomething(parts) && (wanted == null || wanted == scheme)) {
                    contributions.add(Contribution.of(
                            line,
                            scheme,
                            parts,
                            payers.computeIfAbsent(line.payer(), this::paying),
                            found.get(due(line, scheme)),
                            sample,
                            today));
                }
            });
        }
        contributions.sort(Comparator.comparing(Contribution::month).thenComparing(Contribution::scheme));
        return contributions;
    }

    private List<PersonId> ids(PersonId person) {
        List<PersonId> ids = persons.idsOf(person);
        return ids.isEmpty() ? List.of(person) : ids;
    }

    private static List<String> dueIds(List<AssessedMonth> lines) {
        List<String> ids = new ArrayList<>();
        lines.forEach(line -> line.parts().keySet().forEach(code -> ids.add(due(line, Scheme.parse(code)))));
        return ids;
    }

    private static String due(AssessedMonth line, Scheme scheme) {
        return new DueKey(line.payer(), scheme, line.month()).id();
    }

    /** What a later revision took away stands in the store as nothing. */
    private static boolean isSomething(Parts parts) {
        return parts.base().isPositive()
                || parts.owed().isPositive()
                || parts.government().isPositive()
                || parts.exempted().isPositive();
    }

    /** The sheets that rest on sample policies. */
    private Set<String> samples(List<AssessedMonth> lines) {
        Map<Payer, Set<Month>> wanted = new HashMap<>();
        lines.forEach(line ->
                wanted.computeIfAbsent(line.payer(), any -> new HashSet<>()).add(line.month()));
        Set<String> samples = new HashSet<>();
        wanted.forEach((payer, some) -> sheets.of(payer, some).stream()
                .filter(sheet -> sheet.policies().stream().anyMatch(each -> each.status() == PolicyStatus.SAMPLE))
                .forEach(sheet -> samples.add(sheet.id())));
        return samples;
    }

    private Paying paying(Payer payer) {
        return switch (payer.kind()) {
            case EMPLOYER, PROJECT -> {
                String code = payer.id().substring(0, CREDIT_CODE);
                String name = employers
                        .find(CreditCode.parse(code))
                        .map(Employer::name)
                        .orElse(null);
                yield new Paying(payer.kind(), title(payer.kind()), code, name);
            }
            case FLEXIBLE_WORKER, RESIDENT -> new Paying(payer.kind(), title(payer.kind()), null, null);
        };
    }

    private static String title(PayerKind kind) {
        return switch (kind) {
            case EMPLOYER -> "用人单位";
            case PROJECT -> "工程建设项目";
            case FLEXIBLE_WORKER -> "本人（灵活就业）";
            case RESIDENT -> "本人（城乡居民）";
        };
    }
}
