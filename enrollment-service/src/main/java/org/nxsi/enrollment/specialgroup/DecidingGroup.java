package org.nxsi.enrollment.specialgroup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.specialgroup.Declaration.Proposal;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Declarations at the desk: a clerk decides, another person confirms; neither is the applicant. */
@Component
class DecidingGroup {

    private final GroupYears years;
    private final GroupEvents groupEvents;
    private final CaseEvents caseEvents;
    private final FollowingUp following;
    private final BusinessClock clock;

    DecidingGroup(
            GroupYears years,
            GroupEvents groupEvents,
            CaseEvents caseEvents,
            FollowingUp following,
            BusinessClock clock) {
        this.years = years;
        this.groupEvents = groupEvents;
        this.caseEvents = caseEvents;
        this.following = following;
        this.clock = clock;
    }

    /** @throws ProblemException 404 {@code declaration-unknown} */
    GroupYear seenBy(Caller caller, String number) {
        AreaCode own = caller.requireAgency();
        return years.byNumber(number)
                .filter(each -> own.contains(each.area()))
                .orElseThrow(
                        () -> Problem.notFound("declaration-unknown", "your area has no declaration of this number")
                                .exception());
    }

    /** @param reason of a rejection; null of an approval */
    GroupYear decide(GroupYear seen, String number, boolean approve, @Nullable String reason, String by) {
        return years.change(seen, standing -> {
            Declaration declared = foreign(standing, number, by);
            Proposal before = declared.proposal();
            if (before != null && declared.isOpen()) {
                if (before.by().equals(by) && before.approve() == approve) {
                    return null;
                }
                throw Problem.conflict("decision-open", "a decision waits for the second person")
                        .exception();
            }
            LocalDate today = clock.today();
            CaseFile file = declared.file();
            if (file.state() == CaseState.SUBMITTED) {
                file = Handled.file(file.accept(today, by));
            }
            if (file.state() != CaseState.IN_REVIEW) {
                file = Handled.file(file.startReview(today, by));
            }
            boolean moved = file != declared.file();
            Declaration proposed = declared.proposed(file, new Proposal(approve, reason, by));
            return new GroupYears.Step(
                    standing.with(proposed), moved ? List.of(caseEvents.progressed(file, standing.area())) : List.of());
        });
    }

    /** @param agree false hands it back to be decided anew */
    GroupYear confirm(GroupYear seen, String number, boolean agree, String by) {
        GroupYear after = years.change(seen, standing -> {
            Declaration declared = foreign(standing, number, by);
            Proposal proposal = declared.proposal();
            if (!declared.isOpen() && declared.file().history().getLast().by().equals(by) && agree) {
                return null;
            }
            if (proposal == null || !declared.isOpen()) {
                throw Problem.conflict("nothing-to-confirm", "a clerk decides first")
                        .with("state", declared.file().state())
                        .exception();
            }
            if (proposal.by().equals(by)) {
                throw Problem.forbidden("same-person", "who decided does not confirm it")
                        .exception();
            }
            return agree
                    ? carriedOut(standing, declared, proposal, by)
                    : new GroupYears.Step(standing.with(declared.proposed(declared.file(), null)), List.of());
        });
        following.follow(after);
        return after;
    }

    private GroupYears.Step carriedOut(GroupYear standing, Declaration declared, Proposal proposal, String by) {
        LocalDate today = clock.today();
        if (!proposal.approve()) {
            CaseFile rejected = Handled.file(declared.file().reject(String.valueOf(proposal.reason()), today, by));
            return new GroupYears.Step(
                    standing.with(declared.with(rejected)), List.of(caseEvents.progressed(rejected, standing.area())));
        }
        CaseFile approved =
                Handled.file(declared.file().approve(declared.label().clause(), today, by));
        OutboxEvent moved = caseEvents.progressed(approved, standing.area());
        GroupYear next = standing.with(declared.with(approved));
        if (standing.has(declared.label())) {
            return new GroupYears.Step(next, List.of(moved));
        }
        Confirmation confirmation = new Confirmation(declared.label(), declared.number(), today, by);
        return new GroupYears.Step(
                next.confirmed(confirmation, now()),
                List.of(
                        moved,
                        groupEvents.confirmed(
                                declared.number(),
                                standing.person().value(),
                                List.of(GroupEvents.Line.of(
                                        standing.person(), standing.year(), standing.area(), confirmation)))));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Declaration foreign(GroupYear standing, String number, String by) {
        if (standing.person().value().equals(by)) {
            throw Problem.forbidden("own-case", "nobody handles their own declaration")
                    .exception();
        }
        return standing.byNumber(number).orElseThrow();
    }
}
