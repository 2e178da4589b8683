package org.nxsi.enrollment.project;

/** Where a project stands. */
public enum ProjectState {
    APPLIED("待审核"),
    REGISTERED("已参保"),
    REJECTED("未予参保"),
    COMPLETED("已竣工");

    private final String title;

    ProjectState(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
