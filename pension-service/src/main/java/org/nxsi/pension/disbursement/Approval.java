package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/**
 * Three people: who makes a run does not approve it, and neither of the two releases it. Persons, not accounts. A step that
 * comes again (a second click, a repetition after a crash) finds itself done, however far the run has come since.
 */
@Component
class Approval {

    private final Runs runs;
    private final Funding funding;

    Approval(Runs runs, Funding funding) {
        this.runs = runs;
        this.funding = funding;
    }

    /** A step on a run. @param repeated whether the same person had taken it before, so that nothing happened now */
    record Step(Run run, boolean repeated) {}

    Step approve(Caller caller, String id) {
        caller.require(Role.REVIEWER);
        Run before = runs.byId(id);
        if (before != null && caller.actor().equals(before.approver())) {
            return new Step(before, true);
        }
        Run run = RunNotThere.unless(before, id, RunStatus.FUNDED, RunStatus.APPROVED);
        refuseIf(caller.actor().equals(run.maker()), "who made the run cannot approve it");
        Run approved = runs.move(
                id,
                List.of(RunStatus.FUNDED),
                RunStatus.APPROVED,
                combine(set("approver", caller.actor()), set("approvedAt", Instant.now())),
                Map.of());
        return approved == null ? already(id, caller.actor(), RunStatus.APPROVED) : new Step(approved, false);
    }

    Step release(Caller caller, String id) {
        caller.require(Role.FINANCE);
        Run before = runs.byId(id);
        if (before != null && caller.actor().equals(before.releaser())) {
            return new Step(before, true);
        }
        Run run = RunNotThere.unless(before, id, RunStatus.APPROVED, RunStatus.RELEASED);
        refuseIf(caller.actor().equals(run.maker()), "who made the run cannot release it");
        refuseIf(caller.actor().equals(run.approver()), "who approved the run cannot release it");
        if (run.status() == RunStatus.APPROVED) {
            refuseUnlessCovered(run);
        }
        Run released = runs.move(
                id,
                List.of(RunStatus.APPROVED),
                RunStatus.RELEASED,
                combine(set("releaser", caller.actor()), set("releasedAt", Instant.now())),
                Map.of());
        return released == null ? already(id, caller.actor(), RunStatus.RELEASED) : new Step(released, false);
    }

    private void refuseUnlessCovered(Run run) {
        List<Funding.Line> lacking = funding.lines(run).stream()
                .filter(line -> line.amount().isPositive())
                .toList();
        if (!lacking.isEmpty()) {
            throw Problem.conflict("funds-not-covered", "payout accounts do not cover the run")
                    .with("lines", lacking)
                    .exception();
        }
    }

    /** Somebody took the step in this very moment: the same person finds it done, anybody else is told so. */
    private Step already(String id, String actor, RunStatus done) {
        Run run = runs.byId(id);
        String doneBy = run == null ? null : done == RunStatus.APPROVED ? run.approver() : run.releaser();
        if (run == null || !actor.equals(doneBy)) {
            throw Problem.conflict("run-not-there", "run " + id + " is " + done + " already")
                    .with("status", done)
                    .exception();
        }
        return new Step(run, true);
    }

    private static void refuseIf(boolean samePerson, String detail) {
        if (samePerson) {
            throw Problem.forbidden("same-person", detail).exception();
        }
    }
}
