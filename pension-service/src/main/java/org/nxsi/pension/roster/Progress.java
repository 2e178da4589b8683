package org.nxsi.pension.roster;

import java.util.Date;
import org.nxsi.pension.roster.RosterImport.State;
import org.springframework.stereotype.Component;

/** How far an import has come, always summed from its chunks; nobody keeps a counter that a retry could bend. */
@Component
class Progress {

    private final RosterImports imports;
    private final Chunks chunks;

    Progress(RosterImports imports, Chunks chunks) {
        this.imports = imports;
        this.chunks = chunks;
    }

    /**
     * An import as it stands now.
     *
     * @param state {@link State#DONE} as soon as every chunk is
     */
    record Standing(RosterImport roster, State state, RosterImport.Totals totals) {}

    /** The standing; whoever is first to see that all chunks are done notes it in the import. */
    Standing of(RosterImport roster) {
        RosterImport.Received received = roster.received();
        if (roster.totals() != null) {
            return new Standing(roster, roster.state(), roster.totals());
        }
        if (received == null) {
            return new Standing(roster, roster.state(), RosterImport.Totals.NONE);
        }
        RosterImport.Totals totals = chunks.totals(roster.id());
        if (totals.chunksDone() < received.chunks()) {
            return new Standing(roster, roster.state(), totals);
        }
        imports.done(roster.id(), totals);
        return new Standing(roster, State.DONE, totals);
    }

    /** Whether an upload has stored nothing for longer than its lease. */
    boolean isSilent(RosterImport roster) {
        return roster.state() == State.RECEIVING && roster.leaseUntil().before(new Date());
    }
}
