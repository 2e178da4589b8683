package org.nxsi.enrollment.project;

import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchChunk;
import org.nxsi.enrollment.batch.Outcome;

/** Rows of a roster. Public for the driver only, which reads its components. */
public record RosterChunk(@BsonId String id, List<RosterRow> rows, List<Outcome> outcomes, boolean done)
        implements BatchChunk {

    static final int ROWS = 500;

    public RosterChunk {
        rows = List.copyOf(rows);
        outcomes = List.copyOf(outcomes);
    }

    static int count(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }

    static List<RosterChunk> cut(Batch batch, List<RosterRow> rows) {
        List<RosterChunk> chunks = new ArrayList<>(batch.chunks());
        for (int number = 1; number <= batch.chunks(); number++) {
            int from = (number - 1) * ROWS;
            chunks.add(new RosterChunk(
                    batch.chunk(number), rows.subList(from, Math.min(rows.size(), from + ROWS)), List.of(), false));
        }
        return chunks;
    }
}
