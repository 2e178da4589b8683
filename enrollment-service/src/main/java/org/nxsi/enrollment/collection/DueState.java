package org.nxsi.enrollment.collection;

/** How far a due is paid. */
public enum DueState {
    /** Money has come before its assessment. */
    AWAITED("待核定"),
    ASSESSED("已核定未缴"),
    PARTLY_PAID("部分到账"),
    /** All that is assessed has arrived (到账标志 AAE078). */
    PAID("足额到账");

    private final String title;

    DueState(String title) {
        this.title = title;
    }

    /** As shown to people. */
    public String title() {
        return title;
    }
}
