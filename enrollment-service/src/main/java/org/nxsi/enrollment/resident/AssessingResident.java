package org.nxsi.enrollment.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessedLine;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.SheetOrder;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.resident.ResidentPolicies.YearlyDay;
import org.nxsi.enrollment.resident.ResidentYears.AssessedYear;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.specialgroup.PaidBy;
import org.nxsi.enrollment.specialgroup.SpecialGroups;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyVersion;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Assesses a resident's year: one grade a year, its sheet under the month in which the year falls due. The grade may be
 * changed until money has come for it: then the year stands as it is.
 */
@Component
class AssessingResident {

    private final PersonRegister register;
    private final Relations relations;
    private final ResidentYears years;
    private final SpecialGroups groups;
    private final ResidentPolicies policies;
    private final Sheets sheets;
    private final BusinessClock clock;

    AssessingResident(
            PersonRegister register,
            Relations relations,
            ResidentYears years,
            SpecialGroups groups,
            ResidentPolicies policies,
            Sheets sheets,
            BusinessClock clock) {
        this.register = register;
        this.relations = relations;
        this.years = years;
        this.groups = groups;
        this.policies = policies;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * Assesses a year, or assesses it anew at another grade.
     *
     * @param command made of the request, the same at a repetition
     * @throws ProblemException 422 {@code person-died}, {@code year-not-begun}, {@code not-enrolled}, {@code
     *     age-outside}, {@code pension-overlap}, {@code grade-not-in-list}; 409 {@code year-paid}
     * @throws PolicyUnknown if grades, subsidies or the due day are not known
     */
    AssessedYear assess(PersonId asked, int year, Fen grade, String command) {
        Known person = register.require(asked);
        Relation relation = requireEnrolled(person, year);
        AreaCode area = relation.area();
        refuseOutsideAges(person, area, year);
        YearlyDay dueDay = policies.dueDay(area, year);
        PaymentYear wanted = PaymentYear.of(
                year,
                dueDay.day(),
                clock.today(),
                day -> policies.putOff(area, day, clock.today()).isPresent());
        refuseIfImpossible(person, relation, wanted);
        Optional<AssessedYear> standing = years.find(person.id(), year);
        if (standing.filter(AssessedYear::isPaid).isPresent()) {
            return unchanged(standing.get(), grade);
        }
        AssessmentSheet before = standing.map(AssessedYear::sheet).orElse(null);
        return issue(person, relation, wanted, dueDay, grade, before, command);
    }

    /** Follows another payer of a year that was assessed before: the grade stays, the sheet says the difference. */
    void followPayer(PersonId asked, int year, String cause) {
        Known person = register.require(asked);
        AssessedYear standing = years.find(person.id(), year).orElse(null);
        if (standing == null) {
            return;
        }
        Relation relation = requireEnrolled(person, year);
        AssessmentSheet sheet = standing.sheet();
        boolean madeUp = sheet.ground() == Ground.MADE_UP;
        YearlyDay dueDay = policies.dueDay(relation.area(), year);
        PaymentYear asBefore = new PaymentYear(year, sheet.month(), dueDay.day().atYear(year), sheet.dueDate(), madeUp);
        issue(person, relation, asBefore, dueDay, standing.amounts().grade(), sheet, cause);
    }

    private AssessedYear issue(
            Known person,
            Relation relation,
            PaymentYear year,
            YearlyDay dueDay,
            Fen grade,
            @Nullable AssessmentSheet before,
            String cause) {
        Payer payer = before == null ? relation.payer() : before.payer();
        Month month = before == null ? year.month() : before.month();
        YearRates rates = new YearRates(policies.data(), relation.area(), year.regularDue());
        PaidBy paidBy = groups.payerFor(person.id(), year.year()).orElse(null);
        YearAmounts amounts = rates.amounts(grade, year.madeUp(), paidBy);
        Ground ground = year.madeUp() ? Ground.MADE_UP : Ground.RESIDENT;
        List<PolicyVersion> versions = new ArrayList<>(rates.versions());
        versions.add(dueDay.version());
        sheets.issue(SheetOrder.ofLines(
                payer,
                month,
                relation.area(),
                ground,
                clock.today(),
                year.dueDate(),
                List.of(AssessedLine.of(PersonId.parse(payer.id()), Scheme.RESIDENT_PENSION, amounts.parts(ground))),
                List.of(),
                versions,
                cause));
        return years.find(person.id(), year.year()).orElseThrow();
    }

    private Relation requireEnrolled(Known person, int year) {
        if (year > clock.today().getYear()) {
            throw Problem.of(422, "year-not-begun", year + " has not begun")
                    .at("year")
                    .exception();
        }
        return new ResidentRelation(relations.ofPerson(person.id()))
                .asResident()
                .orElseThrow(() -> notEnrolled("the residents' scheme does not have this person: enrol first")
                        .exception());
    }

    private void refuseOutsideAges(Known person, AreaCode area, int year) {
        if (person.diedOn() != null) {
            throw Problem.of(422, "person-died", "nobody is assessed after death")
                    .exception();
        }
        if (!policies.ages(area, clock.today()).cover(person.number(), year)) {
            throw Problem.of(422, "age-outside", "no year before enrolling is possible or after the pension's age")
                    .at("year")
                    .exception();
        }
    }

    private void refuseIfImpossible(Known person, Relation relation, PaymentYear wanted) {
        int year = wanted.year();
        if (!wanted.madeUp() && !ResidentRelation.touches(relation, year)) {
            throw notEnrolled("no month of " + year + " belongs to the residents' scheme")
                    .exception();
        }
        if (wanted.madeUp() && !ResidentRelation.runs(relation)) {
            throw notEnrolled("past years are made up for by whoever is enrolled now")
                    .exception();
        }
        Relation other = new ResidentRelation(relations.ofPerson(person.id())).otherPensionIn(year);
        if (wanted.madeUp() && other != null) {
            throw Problem.of(
                            422,
                            "pension-overlap",
                            "in " + year + " months belong to " + other.scheme().title())
                    .at("year")
                    .exception();
        }
    }

    private static AssessedYear unchanged(AssessedYear standing, Fen grade) {
        if (!standing.amounts().grade().equals(grade)) {
            throw Problem.conflict("year-paid", "the year is paid for: its grade stands")
                    .at("grade")
                    .with("grade", standing.amounts().grade())
                    .with("sheet", standing.sheet().number())
                    .exception();
        }
        return standing;
    }

    private static Problem notEnrolled(String detail) {
        return Problem.of(422, "not-enrolled", detail).at("year");
    }
}
