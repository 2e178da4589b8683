package org.nxsi.enrollment.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.reconciliation.Difference.Reason;
import org.nxsi.enrollment.reconciliation.Difference.State;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What collectors' statements and our notices do not agree in, for people. */
@RestController
@RequestMapping("/admin/v1/contributions/reconciliations")
class ReconciliationController {

    private static final int LONGEST_REASON = 200;

    private final DailyStatements statements;
    private final Differences differences;
    private final BusinessClock clock;

    ReconciliationController(DailyStatements statements, Differences differences, BusinessClock clock) {
        this.statements = statements;
        this.differences = differences;
        this.clock = clock;
    }

    /** @param sides absent while nothing was matched */
    record DayView(
            String collector,
            LocalDate day,
            int issue,
            @Nullable Sides sides,
            int openDifferences,
            @Nullable Instant matchedAt) {

        static DayView of(ReconciledDay day) {
            return new DayView(
                    day.collector(), day.day(), day.issue(), day.sides(), day.openDifferences(), day.matchedAt());
        }
    }

    /** @param proposal a reason that waits for a second person */
    record DifferenceView(
            String id,
            String collector,
            LocalDate day,
            Difference.Type type,
            String title,
            String notice,
            @Nullable StatementLine theirs,
            @Nullable StatementLine ours,
            @Nullable Fen theirTotal,
            @Nullable Fen ourTotal,
            AreaCode area,
            State state,
            @Nullable String proposal,
            @Nullable String resolution) {

        static DifferenceView of(Difference found) {
            Reason proposal = found.proposal();
            Reason resolution = found.resolution();
            return new DifferenceView(
                    found.id(),
                    found.collector(),
                    found.day(),
                    found.type(),
                    found.type().title(),
                    found.notice(),
                    found.theirs(),
                    found.ours(),
                    found.theirTotal(),
                    found.ourTotal(),
                    found.area(),
                    found.state(),
                    proposal == null ? null : proposal.text(),
                    resolution == null ? null : resolution.text());
        }
    }

    record Resolution(@Nullable String reason) {}

    @Operation(
            summary = "Days and how far they are reconciled",
            description = "Of all areas: a statement is of all of them.")
    @GetMapping
    Page<DayView> days(Caller caller, @RequestParam @Nullable String collector, PageRequest request) {
        caller.requireAgency();
        return Page.of(statements.days(collector, request.after(), request.limit() + 1), request, ReconciledDay::id)
                .map(DayView::of);
    }

    @Operation(
            summary = "Differences of the agency's area",
            description = "Open ones unless asked otherwise. What we have nothing of is for the region's own agency.")
    @GetMapping("/differences")
    Page<DifferenceView> list(
            Caller caller,
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam @Nullable String collector,
            @RequestParam @Nullable LocalDate day,
            PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (day != null) {
            Needed.field(collector, "collector");
        }
        String of = day == null ? collector : collector + "|" + day;
        return Page.of(differences.list(own, state, of, request.after(), request.limit() + 1), request, Difference::id)
                .map(DifferenceView::of);
    }

    @Operation(summary = "Match a day again now")
    @PostMapping("/{collector}/{day}/matchings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void match(Caller caller, @PathVariable String collector, @PathVariable LocalDate day) {
        caller.require(Role.CLERK);
        caller.requireAgency();
        if (!statements.wantedAgain(collector + "|" + day)) {
            throw Problem.notFound("day-unknown", "no statement of that day has come")
                    .exception();
        }
    }

    @Operation(summary = "Say why a difference stands", description = "It waits for a second person.")
    @PostMapping("/differences/{id}/resolution")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DifferenceView propose(Caller caller, @PathVariable String id, @RequestBody Resolution wanted) {
        caller.require(Role.CLERK);
        Difference found = seen(caller, id);
        String reason = Needed.field(wanted.reason(), "reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("invalid-field", "reason", "1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        Reason proposal = new Reason(reason, caller.actor(), null, clock.today());
        if (!differences.propose(id, proposal) && !isProposed(found, proposal)) {
            throw Problem.conflict("not-open", "it is not open, or another reason waits for a second person")
                    .with("state", found.state())
                    .exception();
        }
        return DifferenceView.of(seen(caller, id));
    }

    @Operation(summary = "Confirm why a difference stands", description = "Another person than who said it.")
    @PostMapping("/differences/{id}/resolution/approval")
    DifferenceView confirm(Caller caller, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        Difference found = seen(caller, id);
        Reason proposal = found.proposal();
        if (found.state() == State.RESOLVED) {
            return DifferenceView.of(found);
        }
        if (proposal == null) {
            throw Problem.conflict("nothing-proposed", "no reason waits for a second person")
                    .exception();
        }
        if (proposal.by().equals(caller.actor())) {
            throw Problem.forbidden("same-person", "who gave the reason does not confirm it")
                    .exception();
        }
        Reason confirmed = new Reason(proposal.text(), proposal.by(), caller.actor(), clock.today());
        if (!differences.confirm(found, confirmed)) {
            throw Problem.conflict("has-changed", "it has changed meanwhile, look again")
                    .exception();
        }
        return DifferenceView.of(seen(caller, id));
    }

    @Operation(summary = "Do not confirm why a difference stands")
    @PostMapping("/differences/{id}/resolution/rejection")
    DifferenceView reject(Caller caller, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        seen(caller, id);
        if (!differences.reject(id)) {
            throw Problem.conflict("nothing-proposed", "no reason waits for a second person")
                    .exception();
        }
        return DifferenceView.of(seen(caller, id));
    }

    private Difference seen(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        Difference found = differences.find(id);
        if (found == null || !own.contains(found.area())) {
            throw Problem.notFound("difference-unknown", "your area has no such difference")
                    .exception();
        }
        return found;
    }

    private static boolean isProposed(Difference found, Reason wanted) {
        Reason waiting = found.proposal();
        return waiting != null
                && waiting.by().equals(wanted.by())
                && waiting.text().equals(wanted.text());
    }
}
