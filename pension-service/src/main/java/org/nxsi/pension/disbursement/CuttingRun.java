package org.nxsi.pension.disbursement;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens the slices of a new run; each leaves with its own message, so all instances share the work. */
@Component
class CuttingRun implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(CuttingRun.class);

    private final Runs runs;
    private final Slices slices;
    private final Reissues reissues;
    private final Beneficiaries beneficiaries;
    private final BeneficiaryGate gate;

    CuttingRun(Runs runs, Slices slices, Reissues reissues, Beneficiaries beneficiaries, BeneficiaryGate gate) {
        this.runs = runs;
        this.slices = slices;
        this.reissues = reissues;
        this.beneficiaries = beneficiaries;
        this.gate = gate;
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
            cut(run);
        }
    }

    /** Runs that a roster was in the way of, and what a crash cut off. */
    @Scheduled(initialDelay = 3_000, fixedDelay = 2_000)
    void look() {
        for (Run run : runs.calculating()) {
            if (slices.count(run.id()) < run.slices()) {
                cut(run);
            }
        }
    }

    private void cut(Run run) {
        switch (run.kind()) {
            case REGULAR -> cutBeneficiaries(run);
            case SUPPLEMENTARY -> reissues.cut(run);
        }
    }

    /** Counted again once nobody can change them: a roster may have slipped in since the run was made. */
    private void cutBeneficiaries(Run run) {
        String roster = gate.letRead(run.id());
        if (roster != null) {
            log.info("run {} waits until roster {} is imported", run.id(), roster);
            return;
        }
        runs.change(
                run.id(), RunStatus.CALCULATING, Filters.empty(), Updates.set("beneficiaries", beneficiaries.count()));
        slices.open(Cut.of(run.id(), run.slices()));
    }
}
