package org.nxsi.pension.roster;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** A file is complete: its chunks go to work. */
@Component
class ReleasingChunks implements WorkHandler {

    private final RosterImports imports;
    private final Chunks chunks;

    ReleasingChunks(RosterImports imports, Chunks chunks) {
        this.imports = imports;
        this.chunks = chunks;
    }

    @Override
    public String type() {
        return RosterImports.RECEIVED;
    }

    @Override
    public void handle(ReceivedEvent work) {
        RosterImport roster = imports.byId(work.subject());
        if (roster == null || roster.received() == null) {
            throw new PoisonousEvent("no complete import " + work.subject());
        }
        chunks.release(roster.id(), roster.received().chunks());
    }
}
