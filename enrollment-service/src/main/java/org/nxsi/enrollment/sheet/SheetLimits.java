package org.nxsi.enrollment.sheet;

/** How large a list may be. */
final class SheetLimits {

    static final int BODY_BYTES = 1 << 20;

    /** Of an XLSX file, which is a zip archive: all its parts together. */
    static final long UNPACKED_BYTES = 16L << 20;

    static final int PARTS = 200;
    static final int ROWS = 5_000;
    static final int COLUMNS = 50;

    /** Of a spreadsheet, with those that are empty and those on further sheets. */
    static final int CELLS = (ROWS + 1) * COLUMNS;

    static final int CELL_CHARACTERS = 200;

    private SheetLimits() {}
}
