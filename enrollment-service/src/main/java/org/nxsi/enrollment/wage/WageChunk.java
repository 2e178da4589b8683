package org.nxsi.enrollment.wage;

import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchChunk;
import org.nxsi.enrollment.batch.Outcome;

/** Rows of a batch of wages. Public for the driver only, which reads its components. */
public record WageChunk(@BsonId String id, List<WageLine> lines, List<Outcome> outcomes, boolean done)
        implements BatchChunk {

    static final int LINES = 500;

    public WageChunk {
        lines = List.copyOf(lines);
        outcomes = List.copyOf(outcomes);
    }

    static int count(int lines) {
        return (lines + LINES - 1) / LINES;
    }

    static List<WageChunk> of(Batch batch, List<WageLine> lines) {
        List<WageChunk> chunks = new ArrayList<>(batch.chunks());
        for (int number = 1; number <= batch.chunks(); number++) {
            int from = (number - 1) * LINES;
            List<WageLine> own = lines.subList(from, Math.min(lines.size(), from + LINES));
            chunks.add(new WageChunk(batch.chunk(number), own, List.of(), false));
        }
        return chunks;
    }
}
