package org.nxsi.deferral.ledger;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.period.Register;
import org.springframework.stereotype.Component;

/**
 * Folds entries anew with what the register says of their periods now: an entry that is born after the lifting, or opened
 * again after it, has its deadline at once. What was made up in time or withdrawn keeps the deadline it has.
 */
@Component
class Folding {

    private final Deadlines deadlines;

    Folding(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Entry fold(EntryKey key, @Nullable Entry before, List<Posting> more, Register register) {
        return before == null
                ? EntryFold.of(key, more, now(periodOf(more), register))
                : fold(before, more, before.proposal(), register);
    }

    Entry fold(Entry before, List<Posting> more, @Nullable Proposal proposal, Register register) {
        Entry next = EntryFold.with(before, more, before.end(), proposal);
        if (!before.followsThePeriod() && !next.followsThePeriod()) {
            return next;
        }
        PeriodEnd now = now(next.period(), register);
        return now.record() <= before.end().record() ? next : EntryFold.with(before, more, now, proposal);
    }

    private PeriodEnd now(@Nullable String period, Register register) {
        return deadlines.endAsKnown(
                period == null ? null : register.byId(period).orElse(null));
    }

    private static @Nullable String periodOf(List<Posting> postings) {
        return postings.stream()
                .filter(each -> each.period() != null)
                .min(Posting.IN_TIME)
                .map(each -> Objects.requireNonNull(each.period()))
                .orElse(null);
    }
}
