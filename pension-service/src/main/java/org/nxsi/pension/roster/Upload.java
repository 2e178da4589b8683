package org.nxsi.pension.roster;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.web.Problem;

/** An upload on its way into chunks. Nothing of it is worked on before {@link #complete}. */
final class Upload {

    private static final int CHUNKS_AT_ONCE = 8;
    private static final int USUAL_LINE_CHARS = 160;

    private final RosterImports imports;
    private final Chunks chunks;
    private final String roster;
    private final String attempt;
    private final int chunkRows;
    private final UploadPulse pulse;

    private final List<Chunk> full = new ArrayList<>();
    private final List<RowsOfChunk> theirRows = new ArrayList<>();
    private final StringBuilder lines;
    private List<RowFault> faults = new ArrayList<>();
    private int rowsInChunk;
    private int badInChunk;
    private int chunkCount;
    private int rows;
    private int bad;
    private int warnings;

    Upload(RosterImports imports, Chunks chunks, String roster, String attempt, int chunkRows, UploadPulse pulse) {
        this.imports = imports;
        this.chunks = chunks;
        this.roster = roster;
        this.attempt = attempt;
        this.chunkRows = chunkRows;
        this.pulse = pulse;
        this.lines = new StringBuilder(chunkRows * USUAL_LINE_CHARS);
    }

    void add(CheckedRow row) {
        switch (row) {
            case CheckedRow.Good(RosterRow good) -> {
                good.writeTo(lines);
                warnings += good.isAccountUnusual() ? 1 : 0;
            }
            case CheckedRow.Bad(List<RowFault> named) -> {
                faults.addAll(named);
                badInChunk++;
            }
        }
        rows++;
        if (++rowsInChunk == chunkRows) {
            cut();
        }
    }

    /** The whole file was read: from here on its chunks are applied. */
    RosterImport.Received complete(RosterEncoding encoding, RowReader file) {
        if (rowsInChunk > 0) {
            cut();
        }
        store();
        RosterImport.Received received = new RosterImport.Received(
                file.digest(), encoding, file.received_bytes(), rows, bad, warnings, chunkCount);
        if (!imports.received(roster, attempt, received)) {
            throw superseded();
        }
        return received;
    }

    private void cut() {
        Chunk chunk = Chunk.received(roster, chunkCount++, rowsInChunk, badInChunk, faults);
        full.add(chunk);
        if (!lines.isEmpty()) {
            theirRows.add(RowsOfChunk.of(chunk.id(), lines));
        }
        bad += badInChunk;
        lines.setLength(0);
        faults = new ArrayList<>();
        rowsInChunk = 0;
        badInChunk = 0;
        if (full.size() == CHUNKS_AT_ONCE) {
            store();
        }
    }

    private void store() {
        if (!imports.renew(roster, attempt)) {
            throw superseded();
        }
        chunks.store(full, theirRows);
        pulse.brought();
        full.clear();
        theirRows.clear();
    }

    private static RuntimeException superseded() {
        return Problem.conflict("upload-given-up", "this upload was too slow and has been given up; send it again")
                .exception();
    }
}
