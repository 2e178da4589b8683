package org.nxsi.enrollment.transfer;

/** Which way a relation goes. */
public enum Direction {
    IN("转入"),
    /** Direction code 1 of the exchange format. */
    OUT("转出");

    private final String title;

    Direction(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
