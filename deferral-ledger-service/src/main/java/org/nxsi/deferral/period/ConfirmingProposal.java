package org.nxsi.deferral.period;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** Another person confirms what one has proposed; only then it is so, and everybody is told. */
@Component
class ConfirmingProposal {

    private final ChangingRegister register;
    private final BusinessClock clock;

    ConfirmingProposal(ChangingRegister register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * @param number the proposal that the second person has seen; null for the one that waits
     * @throws org.nxsi.platform.web.ProblemException 403 {@code same-person}; 409 unless such a proposal waits
     */
    Period confirm(Caller caller, String id, PeriodRecord.Kind kind, @Nullable Integer number) {
        caller.require(Role.ADMIN);
        return register.change(before -> {
            Period period = before.byId(id).orElseThrow(() -> Refusals.unknownPeriod(id));
            ProposingPeriod.refuseOtherAreas(caller, period.region());
            Proposal proposal = period.proposal();
            if (proposal == null && wasConfirmedBy(caller, kind, period)) {
                return ChangingRegister.Change.none(period);
            }
            if (proposal == null || proposal.kind() != kind) {
                throw kind == PeriodRecord.Kind.DECLARED || period.isDeclared()
                        ? Refusals.nothingProposed(kind, period)
                        : Refusals.notDeclared(period);
            }
            if (number != null && number != proposal.number()) {
                throw Refusals.anotherProposal(proposal, period);
            }
            if (proposal.by().equals(caller.actor())) {
                throw Refusals.samePerson();
            }
            ProposingPeriod.refuseOverlap(before, id, period.region(), proposal.terms());
            return ChangingRegister.Change.told(period.confirmed(
                    proposal, caller.actor(), Instant.now().truncatedTo(ChronoUnit.MILLIS), clock.today()));
        });
    }

    private static boolean wasConfirmedBy(Caller caller, PeriodRecord.Kind kind, Period period) {
        PeriodRecord last = period.lastRecord();
        return last != null && last.kind() == kind && last.confirmedBy().equals(caller.actor());
    }
}
