package org.nxsi.enrollment.sheet;

/** A cell that does not say what its column is for: refuses its row. It never quotes the cell. */
public final class CellInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final Column column;
    private final String expected;

    CellInvalid(Column column, String expected) {
        super(column.title() + "：" + expected);
        this.column = column;
        this.expected = expected;
    }

    public Column column() {
        return column;
    }

    /** What should stand there, for people. */
    public String expected() {
        return expected;
    }
}
