package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.resident.Enrollment.Verdict;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What people do with an application: one examines it, another decides; neither is the applicant. */
@Component
class DecidingEnrollment {

    private final Enrollments enrollments;
    private final FinishingEnrollments finishing;
    private final CaseEvents events;
    private final PolicyData policies;
    private final BusinessClock clock;

    DecidingEnrollment(
            Enrollments enrollments,
            FinishingEnrollments finishing,
            CaseEvents events,
            PolicyData policies,
            BusinessClock clock) {
        this.enrollments = enrollments;
        this.finishing = finishing;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The application that staff may see.
     *
     * @throws org.nxsi.platform.web.ProblemException 404 {@code application-unknown}
     */
    Enrollment seenBy(Caller caller, String number) {
        AreaCode own = caller.requireAgency();
        return enrollments
                .byNumber(number)
                .flatMap(file -> file.byNumber(number))
                .filter(each -> own.contains(each.area()))
                .orElseThrow(
                        () -> Problem.notFound("application-unknown", "your area has no application of this number")
                                .exception());
    }

    /** Accepts and examines it; with main papers missing the applicant is told all of them, once. */
    Enrollment accept(Enrollment application, List<EnrollmentPaper> missing, String by) {
        return step(application, by, standing -> {
            CaseFile file = standing.file();
            if (file.state() == CaseState.IN_REVIEW && by.equals(standing.examinedBy())) {
                return null;
            }
            LocalDate today = clock.today();
            List<Paper> papers = missing.stream().map(EnrollmentPaper::paper).toList();
            LocalDate supplyBy =
                    WorkingDays.official().plus(today, file.promise().days());
            if (papers.stream().anyMatch(Paper::main)) {
                int days = policies.find("case.one_notice_days", standing.area(), PolicyData.ALL_SCHEMES, today)
                        .integer();
                return standing.with(
                        Handled.file(file.askForPapers(papers, supplyBy, days, WorkingDays.official(), today, by)));
            }
            if (file.state() != CaseState.ACCEPTED) {
                file = Handled.file(
                        papers.isEmpty()
                                ? file.accept(today, by)
                                : file.acceptWithMissing(papers, supplyBy, Enrolling.MISSING_ALLOWED, today, by));
            }
            return standing.examined(Handled.file(file.startReview(today, by)), by);
        });
    }

    Enrollment refuse(Enrollment application, String reason, String by) {
        return step(
                application,
                by,
                standing -> standing.with(Handled.file(standing.file().refuseAcceptance(reason, clock.today(), by))));
    }

    /** Papers have come. An approved case of which nothing is missing any more is closed. */
    Enrollment supply(Enrollment application, Set<String> codes, String by) {
        return step(application, by, standing -> {
            CaseFile file = Handled.file(standing.file().supply(codes, clock.today(), by));
            boolean complete = file.state() == CaseState.APPROVED
                    && file.notice() != null
                    && file.notice().missing().isEmpty();
            return standing.with(complete ? Handled.file(file.close(clock.today(), by)) : file);
        });
    }

    /** @param reason of a rejection; null of an approval */
    Enrollment decide(Enrollment application, boolean approve, @Nullable String reason, String by) {
        Enrollment decided = step(application, by, standing -> {
            Verdict before = standing.verdict();
            if (before != null && before.by().equals(by) && before.approved() == approve) {
                return null;
            }
            if (before != null || standing.file().state() != CaseState.IN_REVIEW) {
                throw Problem.conflict("not-in-review", "an application is decided once, after a clerk has examined it")
                        .with("state", standing.file().state())
                        .exception();
            }
            if (by.equals(standing.examinedBy())) {
                throw Problem.forbidden("same-person", "who examined an application does not decide it")
                        .exception();
            }
            return standing.decided(new Verdict(approve, reason, by));
        });
        return finishing.finish(personOf(decided), decided);
    }

    /** @param next what becomes of it; null for nothing */
    private Enrollment step(Enrollment application, String by, Function<Enrollment, @Nullable Enrollment> next) {
        if (application.file().applicant().equals(by)) {
            throw Problem.forbidden("own-case", "nobody handles their own application")
                    .exception();
        }
        EnrollmentFile after = enrollments.change(personOf(application), file -> {
            Enrollment standing = file.byNumber(application.number()).orElseThrow();
            Enrollment changed = next.apply(standing);
            if (changed == null) {
                return null;
            }
            boolean moved =
                    changed.file().history().size() > standing.file().history().size();
            return new Enrollments.Step(
                    file.with(changed), moved ? List.of(events.progressed(changed.file(), changed.area())) : List.of());
        });
        return after.byNumber(application.number()).orElseThrow();
    }

    private static PersonId personOf(Enrollment enrollment) {
        return PersonId.parse(enrollment.file().applicant());
    }
}
