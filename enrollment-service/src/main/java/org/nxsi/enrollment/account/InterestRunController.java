package org.nxsi.enrollment.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The yearly interest: finance orders it, a reviewer confirms it, a worker books it. */
@RestController
@RequestMapping("/admin/v1/account-interest-runs")
class InterestRunController {

    private static final int FIRST_YEAR = 1992;

    private final InterestRuns runs;
    private final PolicyData policies;
    private final BusinessClock clock;

    InterestRunController(InterestRuns runs, PolicyData policies, BusinessClock clock) {
        this.runs = runs;
        this.policies = policies;
        this.clock = clock;
    }

    record Order(Scheme scheme, int year) {}

    /**
     * A run as staff see it.
     *
     * @param terms by which it would book now
     * @param accounts that got interest so far
     */
    record View(
            String id,
            Scheme scheme,
            int year,
            InterestRun.State state,
            @Nullable String orderedBy,
            @Nullable String confirmedBy,
            YearTerms terms,
            boolean provisional,
            long accounts,
            Fen amount) {}

    @Operation(
            summary = "The interest of a year is to be booked",
            description =
                    "For a year that is over. Ordered again after the rate's announcement, it settles the difference.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View order(Caller caller, CommandId command, @RequestBody Order order) {
        caller.require(Role.FINANCE);
        requireWholeRegion(caller);
        if (!order.scheme().keepsAccount()) {
            throw Problem.badRequest("invalid-parameter", "scheme", "a scheme with accounts: 110, 120 or 170")
                    .exception();
        }
        if (order.year() < FIRST_YEAR || order.year() >= clock.today().getYear()) {
            throw Problem.badRequest("invalid-parameter", "year", "a year that is over, from " + FIRST_YEAR + " on")
                    .exception();
        }
        YearTerms.of(policies, order.scheme(), order.year());
        InterestRun latest = runs.latest(order.scheme(), order.year());
        if (latest != null && latest.command().equals(command.value())) {
            return view(latest);
        }
        if (latest != null && latest.state() != InterestRun.State.DONE) {
            throw Problem.conflict("run-exists", "an earlier run of this year is not done yet")
                    .with("run", latest.id())
                    .exception();
        }
        InterestRun run = InterestRun.ordered(
                order.scheme(),
                order.year(),
                latest == null ? 1 : latest.number() + 1,
                caller.actor(),
                command.value(),
                Instant.now());
        if (!runs.add(run)) {
            throw Problem.conflict("run-exists", "another has just ordered it").exception();
        }
        return view(run);
    }

    @Operation(summary = "Another person confirms the order, and it is worked off")
    @PostMapping("/{id}/confirmations")
    View confirm(Caller caller, CommandId command, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        requireWholeRegion(caller);
        InterestRun run = find(id);
        if (run.orderedBy().equals(caller.actor())) {
            throw Problem.forbidden("same-person", "who ordered it does not confirm it")
                    .exception();
        }
        if (run.state() != InterestRun.State.ORDERED && caller.actor().equals(run.confirmedBy())) {
            return view(run);
        }
        InterestRun confirmed = runs.confirm(run, caller.actor());
        if (confirmed == null) {
            throw Problem.conflict("run-state", "this run is confirmed already")
                    .with("state", run.state())
                    .exception();
        }
        return view(confirmed);
    }

    @Operation(summary = "How far a run has come")
    @GetMapping("/{id}")
    View run(Caller caller, @PathVariable String id) {
        caller.requireAgency();
        return view(find(id));
    }

    private InterestRun find(String id) {
        InterestRun run = runs.byId(id);
        if (run == null) {
            throw Problem.notFound("run-unknown", "no interest run " + id).exception();
        }
        return run;
    }

    /** All accounts of the region are meant: only the region's own agency may. */
    private static void requireWholeRegion(Caller caller) {
        if (!caller.requireAgency().equals(AreaCode.NINGXIA)) {
            throw Problem.forbidden("area-not-yours", "interest is booked by the region's own agency")
                    .exception();
        }
    }

    private View view(InterestRun run) {
        YearTerms terms = YearTerms.of(policies, run.scheme(), run.year());
        InterestRuns.Booked booked = runs.booked(run);
        return new View(
                run.id(),
                run.scheme(),
                run.year(),
                run.state(),
                run.orderedBy(),
                run.confirmedBy(),
                terms,
                terms.isProvisional(),
                booked.accounts(),
                booked.amount());
    }
}
