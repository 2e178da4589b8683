package org.nxsi.enrollment.specialgroup;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.identity.PersonId;

/**
 * Some rows of a list. Public for the driver only.
 *
 * @param outcomes by row; none until it is carried out
 */
public record GroupListChunk(@BsonId String id, List<Row> rows, List<Outcome> outcomes, boolean done) {

    /**
     * A row: whom it labels, or why it is refused from the outset.
     *
     * @param row as people count in their file
     */
    public record Row(
            int row,
            @Nullable PersonId person,
            @Nullable Label label,
            @Nullable Refusal refusal) {

        public Row {
            if ((person == null || label == null) == (refusal == null)) {
                throw new IllegalArgumentException("row " + row + " is either wanted or refused");
            }
        }

        static Row wanted(int row, PersonId person, Label label) {
            return new Row(row, person, label, null);
        }

        static Row refused(int row, Refusal refusal) {
            return new Row(row, null, null, refusal);
        }
    }

    public GroupListChunk {
        rows = List.copyOf(rows);
        outcomes = List.copyOf(outcomes);
    }
}
