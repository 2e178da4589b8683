package org.nxsi.pension.disbursement;

import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.springframework.stereotype.Component;

/** A run reads the beneficiaries while it is being calculated. */
@Component
class RunsThatRead implements BeneficiaryGate.Runs {

    private final Runs runs;

    RunsThatRead(Runs runs) {
        this.runs = runs;
    }

    @Override
    public boolean isReading(String id) {
        Run run = runs.byId(id);
        return run != null && run.status() == RunStatus.CALCULATING;
    }
}
