package org.nxsi.enrollment.sheet;

import java.util.List;

/** A row as the file has it, before anybody knows what its columns are. @param number as people count, from 1 */
record RawRow(int number, List<Cell> cells) {

    RawRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
