package org.nxsi.enrollment.relation;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.enrollment.batch.BatchChunk;
import org.nxsi.enrollment.batch.Outcome;

/** Rows of a batch of changes. Public for the driver only, which reads its components. */
public record RelationChunk(@BsonId String id, List<RelationRow> rows, List<Outcome> outcomes, boolean done)
        implements BatchChunk {

    /** So many rows, with at most five schemes each, are told in less than 16 events. */
    static final int ROWS = 500;

    public RelationChunk {
        rows = List.copyOf(rows);
        outcomes = List.copyOf(outcomes);
    }

    static RelationChunk of(String id, List<RelationRow> rows) {
        return new RelationChunk(id, rows, List.of(), false);
    }
}
