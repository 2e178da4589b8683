package org.nxsi.enrollment.relation;

/** Whether contributions run under a relation (缴费状态, list AAC031). */
public enum ContributionState {
    PAYING("1", "参保缴费"),
    PAUSED("2", "暂停缴费（中断）"),
    ENDED("3", "终止缴费");

    private final String code;
    private final String title;

    ContributionState(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Value of list AAC031. */
    public String code() {
        return code;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
