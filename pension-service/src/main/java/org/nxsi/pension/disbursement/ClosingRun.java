package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.set;

import java.util.List;
import java.util.Map;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.payment.Batches;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** A run that does not balance does not close. */
@Component
class ClosingRun {

    private final Runs runs;
    private final Batches batches;
    private final ReturnedPayments returned;
    private final BooksAgree books;
    private final Differences differences;

    ClosingRun(Runs runs, Batches batches, ReturnedPayments returned, BooksAgree books, Differences differences) {
        this.runs = runs;
        this.batches = batches;
        this.returned = returned;
        this.books = books;
        this.differences = differences;
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 while the run is still being calculated */
    RunReport report(Run run) {
        if (run.control() == null) {
            throw Problem.conflict("run-not-there", "run " + run.id() + " is still being calculated")
                    .with("status", run.status())
                    .exception();
        }
        return RunReport.of(
                run,
                run.control(),
                batches.ofRun(run.id(), null, Integer.MAX_VALUE),
                returned.countOfRun(run.id()),
                books.check());
    }

    Run close(Caller caller, String id) {
        caller.require(Role.FINANCE);
        Run run = RunNotThere.unless(runs.byId(id), id, RunStatus.RECONCILED, RunStatus.CLOSED);
        if (run.status() == RunStatus.CLOSED) {
            return run;
        }
        RunReport report = report(run);
        if (!report.isFinal()) {
            throw Problem.conflict("run-not-balanced", "not everybody of the run is accounted for")
                    .with("report", report)
                    .exception();
        }
        long unsettled = differences.unsettled(id);
        if (unsettled > 0) {
            throw Problem.conflict("differences-open", unsettled + " differences of the run are not resolved")
                    .with("differences", unsettled)
                    .exception();
        }
        Run closed = runs.move(
                id, List.of(RunStatus.RECONCILED), RunStatus.CLOSED, set("closedBy", caller.actor()), Map.of());
        return closed == null ? RunNotThere.unless(runs.byId(id), id, RunStatus.CLOSED) : closed;
    }
}
