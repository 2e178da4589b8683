package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.resident.Enrollment.Check;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Takes in whoever wants to be enrolled. What can be checked is checked at once, and a refusal leaves nothing behind; where
 * nothing is left to check the application is decided by itself (自动办结), else it waits for people. A paper that is missing
 * beside the main ones may follow (容缺受理).
 */
@Component
class Enrolling {

    static final String ITEM = "resident-enrollment";

    /** Who decides what needs no people. */
    static final String SYSTEM = "system";

    /** What is not among the main papers may follow. */
    static final String MISSING_ALLOWED = "宁人社办发〔2020〕2号 第五条";

    private final Applicants applicants;
    private final Relations relations;
    private final Enrollments enrollments;
    private final FinishingEnrollments finishing;
    private final ResidentPolicies policies;
    private final CaseNumbers numbers;
    private final Promise promise;
    private final CaseEvents events;
    private final BusinessClock clock;

    Enrolling(
            Applicants applicants,
            Relations relations,
            Enrollments enrollments,
            FinishingEnrollments finishing,
            ResidentPolicies policies,
            CaseNumbers numbers,
            Promise promise,
            CaseEvents events,
            BusinessClock clock) {
        this.applicants = applicants;
        this.relations = relations;
        this.enrollments = enrollments;
        this.finishing = finishing;
        this.policies = policies;
        this.numbers = numbers;
        this.promise = promise;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in an application.
     *
     * @param asked whose token it is
     * @param command made of the request, the same at a repetition
     * @return as it stands afterwards
     * @throws ProblemException 422 or 409 with what refuses it
     * @throws PolicyUnknown if grades or ages are not known
     */
    Enrollment enrol(PersonId asked, EnrollmentWish wish, String command, String by, Channel channel) {
        Enrollment before = applicants
                .find(asked)
                .flatMap(known -> enrollments.of(known.id()).byCommand(command))
                .orElse(null);
        if (before != null) {
            return finishing.finish(personOf(before), before);
        }
        LocalDate today = clock.today();
        Applicants.Applicant applicant = applicants.require(asked, wish);
        List<Check> toCheck = EnrollmentRule.check(applicant, wish, policies.ages(wish.householdArea(), today), today);
        Grades.of(policies.data(), wish.householdArea(), today).require(wish.grade());
        Enrollment.Late late = late(wish.householdArea(), today);
        Month from = Month.of(late == null ? today : late.dueOn());
        refuseIfInsured(applicant.id(), from);
        applicants.register(applicant, wish.householdArea(), command);
        EnrollmentFile after = enrollments.change(applicant.id(), file -> {
            if (file.byCommand(command).isPresent()) {
                return null;
            }
            refuseSecond(file);
            Enrollment taken = taken(applicant.id(), wish, command, by, channel, toCheck, late, from);
            return new Enrollments.Step(file.and(taken), List.of(events.progressed(taken.file(), taken.area())));
        });
        return finishing.finish(applicant.id(), after.byCommand(command).orElseThrow());
    }

    private Enrollment taken(
            PersonId person,
            EnrollmentWish wish,
            String command,
            String by,
            Channel channel,
            List<Check> toCheck,
            Enrollment.@Nullable Late late,
            Month from) {
        LocalDate today = clock.today();
        AreaCode area = wish.householdArea();
        int days = promise.days(ITEM, area, today);
        CaseFile file = CaseFile.submitted(numbers.next(area, today), ITEM, person.value(), days, today, by);
        if (toCheck.contains(Check.HOUSEHOLD) && wish.householdProof() == null) {
            file = Handled.file(file.acceptWithMissing(
                    List.of(EnrollmentPaper.HOUSEHOLD.paper()),
                    WorkingDays.official().plus(today, days),
                    MISSING_ALLOWED,
                    today,
                    SYSTEM));
        }
        Enrollment.Verdict verdict = null;
        if (toCheck.isEmpty()) {
            file = Handled.file(Handled.file(file.accept(today, SYSTEM)).startReview(today, SYSTEM));
            verdict = new Enrollment.Verdict(true, null, SYSTEM);
        }
        return new Enrollment(
                command,
                file,
                area,
                from,
                today.getYear(),
                wish.grade(),
                wish.account().number(),
                wish.householdProof(),
                wish.yearsToMakeUp(),
                new ArrayList<>(toCheck),
                channel,
                late,
                null,
                verdict);
    }

    /** Late is who comes after a day that a document sets, and that an emergency has put off; nobody is refused for it. */
    private Enrollment.@Nullable Late late(AreaCode area, LocalDate today) {
        return policies.enrollmentDueOn(area, today)
                .flatMap(due -> policies.putOff(area, due, today).map(period -> new Enrollment.Late(due, period.id())))
                .orElse(null);
    }

    private void refuseIfInsured(PersonId person, Month from) {
        ResidentRelation standing = new ResidentRelation(relations.ofPerson(person));
        if (standing.asResident().filter(ResidentRelation::runs).isPresent()) {
            throw Problem.conflict("already-enrolled", "the residents' scheme has this person already")
                    .exception();
        }
        Relation other = standing.otherPensionFrom(from);
        if (other != null) {
            throw Problem.of(
                            422,
                            "pension-overlap",
                            "in " + from + " or later months belong to "
                                    + other.scheme().title())
                    .under(EnrollmentRule.WHO)
                    .exception();
        }
    }

    private static void refuseSecond(EnrollmentFile file) {
        file.open().ifPresent(open -> {
            throw Problem.conflict("application-open", "another application waits for its decision")
                    .with("number", open.number())
                    .exception();
        });
        if (file.isFull()) {
            throw Problem.conflict("too-many-applications", "no more than " + EnrollmentFile.MOST + " of one person")
                    .exception();
        }
    }

    private static PersonId personOf(Enrollment enrollment) {
        return PersonId.parse(enrollment.file().applicant());
    }
}
