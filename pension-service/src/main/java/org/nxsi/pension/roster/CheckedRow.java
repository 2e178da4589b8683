package org.nxsi.pension.roster;

import java.util.List;

/** What became of a row: it is good, or all that is wrong with it is named. */
sealed interface CheckedRow {

    record Good(RosterRow row) implements CheckedRow {}

    record Bad(List<RowFault> faults) implements CheckedRow {

        static Bad of(int row, RowFault.Kind kind) {
            return new Bad(List.of(RowFault.of(row, kind)));
        }
    }
}
