package org.nxsi.enrollment.sheet;

/**
 * What stands in a cell.
 *
 * @param text without surrounding space; of a number its plain digits
 * @param number whether the file says that it is a number
 */
record Cell(String text, boolean number) {

    static final Cell EMPTY = new Cell("", false);

    static Cell text(String text) {
        return new Cell(text.strip(), false);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
