package org.nxsi.deferral.period;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** A proposal comes to nothing: its author takes it back, or the other person does not confirm it. */
@Component
class WithdrawingProposal {

    private final ChangingRegister register;

    WithdrawingProposal(ChangingRegister register) {
        this.register = register;
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 {@code nothing-proposed} where nothing waits */
    Period withdraw(Caller caller, String id, String reason) {
        caller.require(Role.ADMIN);
        return register.change(before -> {
            Period period = before.byId(id).orElseThrow(() -> Refusals.unknownPeriod(id));
            ProposingPeriod.refuseOtherAreas(caller, period.region());
            Proposal proposal = period.proposal();
            if (proposal == null) {
                throw Refusals.nothingProposed(period);
            }
            return ChangingRegister.Change.quiet(
                    period.without(proposal, caller.actor(), Instant.now().truncatedTo(ChronoUnit.MILLIS), reason));
        });
    }
}
