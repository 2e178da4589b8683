package org.nxsi.pension.disbursement;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Opens the slices of a new run; each leaves with its own message, so all instances share the work. */
@Component
class CuttingRun implements WorkHandler {

    private final Runs runs;
    private final Slices slices;

    CuttingRun(Runs runs, Slices slices) {
        this.runs = runs;
        this.slices = slices;
    }

    @Override
    public String type() {
        return Runs.CUT;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Run run = runs.byId(work.subject());
        if (run == null) {
            throw new PoisonousEvent("no run " + work.subject());
        }
        if (run.status() == RunStatus.CALCULATING) {
            slices.open(Cut.of(run.id(), run.slices()));
        }
    }
}
