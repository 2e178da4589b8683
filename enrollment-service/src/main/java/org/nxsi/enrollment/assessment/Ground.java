package org.nxsi.enrollment.assessment;

/** What an assessment rests on. */
public enum Ground {
    /** The payer's own declaration of the month (申报). */
    DECLARED("申报核定"),
    /** Nothing was declared in time: 110 % of the month before, until it is (社会保险法 第六十二条). */
    UNDECLARED("未申报暂定"),
    /** A past month that is made up for (补缴). */
    MADE_UP("补缴核定"),
    /** A flexible worker's own choice of a base. */
    FLEXIBLE("灵活就业核定"),
    /** A resident's choice of a grade. */
    RESIDENT("城乡居民核定"),
    /** The contract value of a construction project. */
    PROJECT("工程项目核定");

    private final String title;

    Ground(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
