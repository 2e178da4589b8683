package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Persons declare that they belong to a special group in a year (特殊人员申报). Without its proof nothing is decided: what is
 * missing is told in the answer, once, and may be supplied until the day that is told with it.
 */
@Component
class DeclaringGroup {

    static final String ITEM = "special-group-declaration";
    static final Paper PROOF = Paper.main("label-proof", "困难人员身份证明");

    /** Who tells what is missing without being asked. */
    private static final String SYSTEM = "system";

    private final PersonRegister register;
    private final SpecialGroups groups;
    private final GroupYears years;
    private final CaseNumbers numbers;
    private final Promise promise;
    private final CaseEvents events;
    private final PolicyData policies;
    private final BusinessClock clock;

    DeclaringGroup(
            PersonRegister register,
            SpecialGroups groups,
            GroupYears years,
            CaseNumbers numbers,
            Promise promise,
            CaseEvents events,
            PolicyData policies,
            BusinessClock clock) {
        this.register = register;
        this.groups = groups;
        this.years = years;
        this.numbers = numbers;
        this.promise = promise;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Takes in a declaration.
     *
     * @param proof reference of a paper; null where none is at hand
     * @param command made of the request, the same at a repetition
     * @throws ProblemException 422 {@code person-died}, {@code year-outside}; 409 {@code label-confirmed}, {@code
     *     declaration-open}, {@code too-many-declarations}
     */
    GroupYear declare(PersonId asked, Label label, int year, @Nullable String proof, String command, String by) {
        Known person = register.require(asked);
        refuseIfImpossible(person, year);
        boolean confirmedBefore = groups.ofYear(person.id(), year).stream().anyMatch(each -> each.has(label));
        return years.change(GroupYear.none(person.id(), year, person.area()), standing -> {
            if (standing.byCommand(command).isPresent()) {
                return null;
            }
            if (confirmedBefore || standing.has(label)) {
                throw Problem.conflict("label-confirmed", "the label is confirmed for " + year)
                        .at("label")
                        .exception();
            }
            refuseSecond(standing, label);
            Declaration declared = new Declaration(command, file(person, standing, proof, by), label, proof, null);
            return new GroupYears.Step(
                    standing.and(declared), List.of(events.progressed(declared.file(), standing.area())));
        });
    }

    /** The proof that was missing has come. */
    GroupYear supply(PersonId asked, String number, String proof, String by) {
        Known person = register.require(asked);
        GroupYear found = years.byNumber(number)
                .filter(each -> register.idsOf(person.id()).contains(each.person()))
                .orElseThrow(() -> Problem.notFound("declaration-unknown", "you have no declaration of this number")
                        .exception());
        return years.change(found, standing -> {
            Declaration declared = standing.byNumber(number).orElseThrow();
            if (proof.equals(declared.proof())) {
                return null;
            }
            CaseFile supplied = Handled.file(declared.file().supply(Set.of(PROOF.code()), clock.today(), by));
            return new GroupYears.Step(
                    standing.with(declared.proven(supplied, proof)),
                    List.of(events.progressed(supplied, standing.area())));
        });
    }

    private void refuseIfImpossible(Known person, int year) {
        if (person.diedOn() != null) {
            throw Problem.of(422, "person-died", "nothing is declared after death")
                    .exception();
        }
        int now = clock.today().getYear();
        if (year < now || year > now + 1) {
            throw Problem.of(422, "year-outside", "labels are declared for " + now + " or the year after")
                    .at("year")
                    .exception();
        }
    }

    private static void refuseSecond(GroupYear standing, Label label) {
        standing.declarations().stream()
                .filter(each -> each.isOpen() && each.label() == label)
                .findFirst()
                .ifPresent(open -> {
                    throw Problem.conflict("declaration-open", "this label waits for its decision")
                            .with("number", open.number())
                            .exception();
                });
        if (standing.declarations().size() >= GroupYear.MOST) {
            throw Problem.conflict("too-many-declarations", "no more than " + GroupYear.MOST + " for a year")
                    .exception();
        }
    }

    private CaseFile file(Known person, GroupYear standing, @Nullable String proof, String by) {
        LocalDate today = clock.today();
        int days = promise.days(ITEM, standing.area(), today);
        CaseFile submitted = CaseFile.submitted(
                numbers.next(standing.area(), today), ITEM, person.id().value(), days, today, by);
        if (proof != null) {
            return submitted;
        }
        int noticeDays = policies.find("case.one_notice_days", standing.area(), PolicyData.ALL_SCHEMES, today)
                .integer();
        WorkingDays official = WorkingDays.official();
        return Handled.file(submitted.askForPapers(
                List.of(PROOF), official.plus(today, days), noticeDays, official, today, SYSTEM));
    }
}
