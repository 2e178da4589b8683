package org.nxsi.enrollment.employer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.employer.EmployerChange.FieldChange;
import org.nxsi.enrollment.employer.EmployerFiles.Step;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * Changes of an employer (变更登记, 社会保险法 第五十七条): every one is a case with a number, before and after. What bears on
 * nobody's money is done at once; the rest waits for a reviewer, who is another person.
 */
@Component
class ChangingEmployer {

    static final String ITEM = "employer-profile";

    /** A change of what holds by month reaches back and ahead so far. */
    private static final int MOST_MONTHS = 36;

    private final EmployerFiles files;
    private final EmployerEvents events;
    private final CaseEvents caseEvents;
    private final CaseNumbers numbers;
    private final Promise promise;
    private final PolicyData policies;
    private final BusinessClock clock;

    ChangingEmployer(
            EmployerFiles files,
            EmployerEvents events,
            CaseEvents caseEvents,
            CaseNumbers numbers,
            Promise promise,
            PolicyData policies,
            BusinessClock clock) {
        this.files = files;
        this.events = events;
        this.caseEvents = caseEvents;
        this.numbers = numbers;
        this.promise = promise;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param from first month, for what holds by month; null for this month */
    record Wanted(
            Map<EmployerField, String> values,
            String proof,
            @Nullable Month from) {}

    /** An employer after a command, and the change that the command is about. */
    record Outcome(Employer employer, EmployerChange change) {}

    Outcome ask(CreditCode code, Wanted wanted, String by, CommandId command) {
        String id = command.derive("change");
        EmployerFile after = files.change(code, file -> {
            if (file.byCommand(id).isPresent()) {
                return null;
            }
            refuseUnlessRoom(file);
            refuseSecond(file);
            Month from = month(wanted.from());
            List<FieldChange> fields = ChangeRule.changes(file.employer(), from, wanted.values());
            if (fields.isEmpty()) {
                throw Problem.of(422, "nothing-changes", "all of this stands so already")
                        .exception();
            }
            Employer changed = ChangeRule.apply(file.employer(), from, fields);
            refuse(ChangeRule.ofFloat(changed, policies));
            boolean direct = wanted.values().keySet().stream().noneMatch(EmployerField::needsReviewer);
            CaseFile opened = accepted(file.employer(), by);
            EmployerChange change = new EmployerChange(
                    id, direct ? approved(opened, by) : opened, by, wanted.proof(), from, now(), fields);
            return direct ? done(file.and(change), changed, change) : progressed(file.and(change), change);
        });
        return outcome(after, after.byCommand(id).orElseThrow());
    }

    /** A reviewer who is another person decides in favour: the change takes effect with the decision. */
    Outcome approve(CreditCode code, String number, String by) {
        EmployerFile after = files.change(code, file -> {
            if (isDecidedBy(file, number, CaseState.APPROVED, by)) {
                return null;
            }
            EmployerChange open = open(file, number, by);
            Employer employer = file.employer();
            List<FieldChange> fields = open.fields().stream()
                    .map(each -> new FieldChange(each.field(), current(employer, open, each), each.after()))
                    .toList();
            Employer changed = ChangeRule.apply(employer, open.from(), fields);
            refuse(ChangeRule.ofFloat(changed, policies));
            EmployerChange decided = open.with(approved(open.file(), by), fields);
            return done(file, changed, decided);
        });
        return outcome(after, after.byNumber(number).orElseThrow());
    }

    Outcome reject(CreditCode code, String number, String reason, String by) {
        EmployerFile after = files.change(code, file -> {
            if (isDecidedBy(file, number, CaseState.REJECTED, by)) {
                return null;
            }
            EmployerChange open = open(file, number, by);
            CaseFile inReview = Handled.file(open.file().startReview(clock.today(), by));
            CaseFile rejected = Handled.file(inReview.reject(reason, clock.today(), by));
            EmployerChange decided = open.with(rejected, open.fields());
            return progressed(file.with(file.employer(), decided), decided);
        });
        return outcome(after, after.byNumber(number).orElseThrow());
    }

    /** What a clerk alone records with a paper, such as an agent or a scheme: a change with its case, done at once. */
    Outcome record(
            CreditCode code,
            String proof,
            Month from,
            String by,
            CommandId command,
            Function<Employer, Recorded> record) {
        String id = command.derive("change");
        EmployerFile after = files.change(code, file -> {
            if (file.byCommand(id).isPresent()) {
                return null;
            }
            refuseUnlessRoom(file);
            Recorded recorded = record.apply(file.employer());
            CaseFile done = approved(accepted(file.employer(), by), by);
            EmployerChange change = new EmployerChange(id, done, by, proof, from, now(), List.of(recorded.field()));
            return done(file.and(change), recorded.employer(), change);
        });
        return outcome(after, after.byCommand(id).orElseThrow());
    }

    record Recorded(Employer employer, FieldChange field) {}

    private Step done(EmployerFile file, Employer changed, EmployerChange change) {
        return new Step(
                file.with(changed, change),
                List.of(events.changed(changed, change), caseEvents.progressed(change.file(), changed.area())));
    }

    private Step progressed(EmployerFile file, EmployerChange change) {
        return new Step(
                file,
                List.of(caseEvents.progressed(change.file(), file.employer().area())));
    }

    private CaseFile accepted(Employer employer, String by) {
        LocalDate today = clock.today();
        AreaCode area = employer.area();
        CaseFile submitted = CaseFile.submitted(
                numbers.next(area, today), ITEM, employer.id().value(), promise.days(ITEM, area, today), today, by);
        return Handled.file(submitted.accept(today, by));
    }

    private CaseFile approved(CaseFile accepted, String by) {
        CaseFile inReview = Handled.file(accepted.startReview(clock.today(), by));
        return Handled.file(inReview.approve(RegisteringEmployer.CLAUSE, clock.today(), by));
    }

    private static @Nullable String current(Employer employer, EmployerChange open, FieldChange change) {
        return Arrays.stream(EmployerField.values())
                .filter(field -> field.key().equals(change.field()))
                .findFirst()
                .map(field -> field.of(employer, open.from()))
                .orElse(null);
    }

    /** A decision said again by the person who made it. */
    private static boolean isDecidedBy(EmployerFile file, String number, CaseState state, String by) {
        return file.byNumber(number)
                .map(each -> each.file().history().getLast())
                .filter(last -> last.state() == state && last.by().equals(by))
                .isPresent();
    }

    private static EmployerChange open(EmployerFile file, String number, String by) {
        EmployerChange change = file.byNumber(number)
                .orElseThrow(() -> Problem.notFound("change-unknown", "this employer has no change of this number")
                        .exception());
        if (!change.isOpen()) {
            throw Problem.conflict("change-decided", "it has been decided already")
                    .with("state", change.file().state())
                    .exception();
        }
        if (change.by().equals(by)) {
            throw Problem.forbidden("same-person", "who asked for a change cannot decide on it")
                    .exception();
        }
        return change;
    }

    private static void refuseUnlessRoom(EmployerFile file) {
        if (file.isFull()) {
            throw Problem.conflict(
                            "employer-history-full",
                            "no more than " + EmployerFile.MOST_CHANGES + " changes of one employer")
                    .exception();
        }
    }

    private static void refuseSecond(EmployerFile file) {
        file.open().ifPresent(open -> {
            throw Problem.conflict("change-open", "another change waits for its decision")
                    .with("number", open.file().number().toString())
                    .exception();
        });
    }

    private static void refuse(ChangeRule.@Nullable Fault fault) {
        if (fault != null) {
            throw Problem.of(422, fault.code(), fault.detail())
                    .at(fault.field())
                    .under("人社部发〔2015〕71号")
                    .exception();
        }
    }

    private Month month(@Nullable Month wanted) {
        Month now = clock.month();
        if (wanted == null) {
            return now;
        }
        if (Math.abs(now.until(wanted)) > MOST_MONTHS) {
            throw Problem.badRequest("invalid-field", "from", "within " + MOST_MONTHS + " months of this one")
                    .exception();
        }
        return wanted;
    }

    private static Outcome outcome(EmployerFile file, EmployerChange change) {
        return new Outcome(file.employer(), change);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
