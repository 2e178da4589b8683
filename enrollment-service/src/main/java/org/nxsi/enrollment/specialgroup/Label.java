package org.nxsi.enrollment.specialgroup;

/** The special groups of list AAC148 (困难人员类别). */
public enum Label {
    EXTREME_POVERTY("特困人员"),
    LOW_INCOME("低保人员"),
    /** 未标注脱贫的建档立卡贫困人口. */
    REGISTERED_POOR("建档立卡贫困人员"),
    SEVERE_DISABILITY("重度残疾人");

    private final String title;

    Label(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
