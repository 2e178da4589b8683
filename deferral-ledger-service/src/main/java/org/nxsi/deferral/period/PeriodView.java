package org.nxsi.deferral.period;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * A period as staff see it, with the whole chain of its records.
 *
 * @param effective dates and documents that count; of a proposed one, those proposed
 * @param clause the article that the period serves
 */
record PeriodView(
        String id,
        Region region,
        Period.State state,
        Terms effective,
        String clause,
        List<PeriodRecord> records,
        @Nullable Proposed proposal,
        List<Refused> withdrawn) {

    record Region(String code, String name) {

        static Region of(AreaCode area) {
            return new Region(area.code(), area.fullName());
        }
    }

    record Proposed(
            int number,
            PeriodRecord.Kind kind,
            Terms terms,
            @Nullable String reason,
            String by,
            Instant at) {

        static Proposed of(Proposal proposal) {
            return new Proposed(
                    proposal.number(),
                    proposal.kind(),
                    proposal.terms(),
                    proposal.reason(),
                    proposal.by(),
                    proposal.at());
        }
    }

    record Refused(Proposed proposal, String by, Instant at, String reason) {

        static Refused of(Withdrawn withdrawn) {
            return new Refused(Proposed.of(withdrawn.proposal()), withdrawn.by(), withdrawn.at(), withdrawn.reason());
        }
    }

    static PeriodView of(Period period) {
        Proposal proposal = period.proposal();
        return new PeriodView(
                period.id(),
                Region.of(period.region()),
                period.state(),
                period.terms(),
                Refusals.CLAUSE,
                period.records(),
                proposal == null ? null : Proposed.of(proposal),
                period.withdrawn().stream().map(Refused::of).toList());
    }
}
