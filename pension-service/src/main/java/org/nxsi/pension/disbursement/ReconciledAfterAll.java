package org.nxsi.pension.disbursement;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Two people have resolved a difference of a run: was it the last one? */
@Component
class ReconciledAfterAll implements WorkHandler {

    private final ReconcilingRun reconciling;

    ReconciledAfterAll(ReconcilingRun reconciling) {
        this.reconciling = reconciling;
    }

    @Override
    public String type() {
        return "pension.run-difference-resolved";
    }

    @Override
    public void handle(ReceivedEvent work) {
        reconciling.concludeIfAllAgree(work.subject());
    }
}
