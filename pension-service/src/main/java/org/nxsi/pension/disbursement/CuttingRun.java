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
    private final Reissues reissues;

    CuttingRun(Runs runs, Slices slices, Reissues reissues) {
        this.runs = runs;
        this.slices = slices;
        this.reissues = reissues;
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
            switch (run.kind()) {
                case REGULAR -> slices.open(Cut.of(run.id(), run.slices()));
                case SUPPLEMENTARY -> reissues.cut(run);
            }
        }
    }
}
