package org.nxsi.enrollment.relation;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.money.Fen;

/**
 * A row of a batch: what it wants, or why it is refused from the outset. Public for the driver only, which reads its
 * components.
 *
 * @param row as people count in their list
 * @param change null if refused
 * @param late null if in time, or accepted without regard to the emergency
 * @param wage monthly wage told with a start; null where none is
 * @param proof reference of a paper
 */
public record RelationRow(
        int row,
        @Nullable RelationChange change,
        @Nullable Refusal refusal,
        @Nullable Late late,
        @Nullable Fen wage,
        @Nullable String proof) {

    public RelationRow {
        if ((change == null) == (refusal == null)) {
            throw new IllegalArgumentException("row " + row + " is either wanted or refused");
        }
    }

    static RelationRow refused(int row, Refusal refusal) {
        return new RelationRow(row, null, refusal, null, null, null);
    }

    static RelationRow wanted(int row, RelationChange change) {
        return new RelationRow(row, change, null, null, null, null);
    }
}
