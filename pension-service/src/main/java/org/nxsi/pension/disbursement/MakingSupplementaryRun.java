package org.nxsi.pension.disbursement;

import java.util.Set;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** A clerk makes a run of what was returned and is ready to be paid again; one at a time until its money is paid. */
@Component
class MakingSupplementaryRun {

    private static final int FIRST_NUMBER = 2;
    private static final Set<RunStatus> OVER = Set.of(RunStatus.PAID, RunStatus.RECONCILED, RunStatus.CLOSED);

    private final Runs runs;
    private final SupplementaryTurn turns;
    private final ReturnedPayments returned;
    private final BusinessClock clock;
    private final DisbursementSettings settings;

    MakingSupplementaryRun(
            Runs runs,
            SupplementaryTurn turns,
            ReturnedPayments returned,
            BusinessClock clock,
            DisbursementSettings settings) {
        this.runs = runs;
        this.turns = turns;
        this.returned = returned;
        this.clock = clock;
        this.settings = settings;
    }

    Run make(Caller caller, CommandId command, Month month) {
        caller.require(Role.CLERK);
        MakingRun.refuseTooFarAhead(month, clock.month());
        SupplementaryTurn.Turn latest = turns.latest();
        Run before = latest.meant();
        if (before != null) {
            runs.add(before);
            Run stands = RunNotThere.unless(runs.byId(before.id()), before.id(), RunStatus.values());
            if (command.value().equals(latest.command())) {
                return stands;
            }
            if (!OVER.contains(stands.status())) {
                throw underWay(stands.id());
            }
        }
        long ready = returned.countReady();
        if (ready == 0) {
            throw Problem.conflict("nothing-ready", "no returned payment is corrected and approved")
                    .exception();
        }
        Run meant = Run.supplementary(
                Run.supplementary(month, nextNumber(month)),
                month,
                clock.today(),
                Cut.slicesFor(ready, settings.beneficiariesPerSlice()),
                caller.actor());
        if (!turns.take(latest, meant, command.value())) {
            throw underWay(String.valueOf(turns.latest().run()));
        }
        runs.add(meant);
        return meant;
    }

    private int nextNumber(Month month) {
        return runs.ofMonth(month).stream().mapToInt(Run::number).max().orElse(FIRST_NUMBER - 1) + 1;
    }

    private static RuntimeException underWay(String run) {
        return Problem.conflict("supplementary-run-under-way", "run " + run + " has to be paid first")
                .with("run", run)
                .exception();
    }
}
