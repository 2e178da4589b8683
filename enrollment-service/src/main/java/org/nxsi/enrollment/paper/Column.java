package org.nxsi.enrollment.paper;

/**
 * A column of a table.
 *
 * @param width compared with the others'
 * @param side on which its texts stand
 */
public record Column(String title, float width, Side side) {

    /** Where texts stand. */
    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    public static Column left(String title, float width) {
        return new Column(title, width, Side.LEFT);
    }

    public static Column centre(String title, float width) {
        return new Column(title, width, Side.CENTRE);
    }

    public static Column right(String title, float width) {
        return new Column(title, width, Side.RIGHT);
    }
}
