package org.nxsi.enrollment.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.AreaCode;

/** Rows cut into chunks. */
final class Chunked {

    private Chunked() {}

    static Batch batch(
            String id,
            Payer of,
            AreaCode area,
            String by,
            boolean staff,
            Channel channel,
            LocalDate on,
            List<RelationRow> rows,
            String digest) {
        int chunks = (rows.size() + RelationChunk.ROWS - 1) / RelationChunk.ROWS;
        return Batch.received(id, of, area, by, staff, channel, on, rows.size(), chunks, digest, Instant.now());
    }

    static List<RelationChunk> chunks(Batch batch, List<RelationRow> rows) {
        List<RelationChunk> chunks = new ArrayList<>(batch.chunks());
        for (int number = 1; number <= batch.chunks(); number++) {
            int from = (number - 1) * RelationChunk.ROWS;
            chunks.add(RelationChunk.of(
                    batch.chunk(number), rows.subList(from, Math.min(rows.size(), from + RelationChunk.ROWS))));
        }
        return chunks;
    }
}
