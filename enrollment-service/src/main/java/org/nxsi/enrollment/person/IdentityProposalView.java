package org.nxsi.enrollment.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A proposal as staff see it.
 *
 * @param mergedId absent where it is about a number
 * @param number masked; absent of a merge
 */
record IdentityProposalView(
        String id,
        PersonId keptId,
        @Nullable PersonId mergedId,
        @Nullable String number,
        String reason,
        String proof,
        IdentityProposal.State state,
        String proposedBy,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String refusedBecause) {

    static IdentityProposalView of(IdentityProposal proposal) {
        SocialNumber number = proposal.number();
        IdentityProposal.Decision decision = proposal.decision();
        return new IdentityProposalView(
                proposal.id(),
                proposal.kept(),
                number == null ? proposal.merged() : null,
                number == null ? null : number.masked(),
                proposal.reason(),
                proposal.proof(),
                proposal.state(),
                proposal.by(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.on(),
                decision == null ? null : decision.reason());
    }
}
