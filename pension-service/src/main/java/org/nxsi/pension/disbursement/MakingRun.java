package org.nxsi.pension.disbursement;

import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** A clerk makes the month's regular run. There is one, whoever asks how often. */
@Component
class MakingRun {

    /** How many months ahead of the business month a run may be made (paid ahead at Spring Festival). */
    private static final int MONTHS_AHEAD = 1;

    private final Runs runs;
    private final Beneficiaries beneficiaries;
    private final BeneficiaryGate gate;
    private final BusinessClock clock;
    private final DisbursementSettings settings;

    MakingRun(
            Runs runs,
            Beneficiaries beneficiaries,
            BeneficiaryGate gate,
            BusinessClock clock,
            DisbursementSettings settings) {
        this.runs = runs;
        this.beneficiaries = beneficiaries;
        this.gate = gate;
        this.clock = clock;
        this.settings = settings;
    }

    Run make(Caller caller, Month month) {
        caller.require(Role.CLERK);
        refuseTooFarAhead(month, clock.month());
        Run existing = runs.byId(Run.regular(month));
        if (existing != null) {
            throw exists(existing);
        }
        String roster = gate.changing();
        if (roster != null) {
            throw Problem.conflict("roster-in-progress", "a roster is being imported; make the run when that is done")
                    .with("roster", roster)
                    .exception();
        }
        long count = beneficiaries.count();
        if (count == 0) {
            throw Problem.conflict("no-beneficiaries", "there is nobody to pay: import a roster first")
                    .exception();
        }
        Run made = Run.cut(
                month, clock.today(), Cut.slicesFor(count, settings.beneficiariesPerSlice()), count, caller.actor());
        if (!runs.add(made)) {
            throw exists(made);
        }
        return made;
    }

    static void refuseTooFarAhead(Month month, Month now) {
        if (month.isAfter(now.plus(MONTHS_AHEAD))) {
            throw Problem.badRequest("month-too-far-ahead", "month", "business month is " + now)
                    .exception();
        }
    }

    private static RuntimeException exists(Run run) {
        return Problem.conflict("run-exists", "month " + run.month() + " has its regular run; it is not made twice")
                .at("month")
                .with("run", run.id())
                .exception();
    }
}
