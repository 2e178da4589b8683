package org.nxsi.enrollment.employer;

/** Which relief of 2020 an employer may have (人社部发〔2020〕11号). */
public enum ReliefSize {
    LARGE("大型企业"),
    /** 中小微企业, and individual businesses with employees. */
    SMALL("中小微企业"),
    /** 机关事业单位. */
    EXCLUDED("不适用减免");

    private final String title;

    ReliefSize(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
