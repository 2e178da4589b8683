package org.nxsi.deferral.ledger;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.EntryWrites.Change;
import org.nxsi.deferral.period.Periods;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** One change of one entry: decided on what stands, written if that still stands, else decided anew. */
@Component
class ChangingEntry {

    private static final int ATTEMPTS = 5;

    private final Entries entries;
    private final EntryWrites writes;
    private final EntryEvents events;
    private final Folding folding;
    private final Periods periods;

    ChangingEntry(Entries entries, EntryWrites writes, EntryEvents events, Folding folding, Periods periods) {
        this.entries = entries;
        this.writes = writes;
        this.events = events;
        this.folding = folding;
        this.periods = periods;
    }

    /**
     * What is to become of an entry.
     *
     * @param posting null if only the proposal changes
     * @param proposal what waits afterwards
     */
    record Step(@Nullable Posting posting, @Nullable Proposal proposal) {}

    /**
     * Changes the entry of this key.
     *
     * @param decide gets the entry, null if there is none; says what is to become of it, null for nothing, or throws
     * @return the entry afterwards
     */
    Entry change(EntryKey key, Function<@Nullable Entry, @Nullable Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Entry before = entries.byId(key.id());
            Step step = decide.apply(before);
            if (step == null) {
                if (before == null) {
                    throw new IllegalStateException("nothing was decided of an entry that is not there: " + key);
                }
                return before;
            }
            Entry after = after(key, before, step);
            OutboxEvent event = step.posting() == null ? null : events.of(after, step.posting());
            if (writes.write(new Change(before, after), event)) {
                return after;
            }
        }
        throw Problem.of(503, "entry-busy", "others keep changing this entry, or its events wait to leave: try again")
                .exception();
    }

    private Entry after(EntryKey key, @Nullable Entry before, Step step) {
        List<Posting> more = step.posting() == null ? List.of() : List.of(step.posting());
        if (before == null) {
            return folding.fold(key, null, more, periods.now());
        }
        if (before.postings().size() + more.size() > Entry.MOST_POSTINGS) {
            throw Problem.conflict("entry-full", "no more than " + Entry.MOST_POSTINGS + " records of one entry")
                    .exception();
        }
        return folding.fold(before, more, step.proposal(), periods.now());
    }
}
