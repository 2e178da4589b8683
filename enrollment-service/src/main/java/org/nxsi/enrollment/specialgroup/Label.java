package org.nxsi.enrollment.specialgroup;

import java.util.Arrays;
import java.util.Optional;

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

    /** What says that the government pays for them. */
    String clause() {
        return switch (this) {
            case EXTREME_POVERTY, LOW_INCOME, REGISTERED_POOR -> "人社部发〔2017〕59号";
            case SEVERE_DISABILITY -> "国发〔2014〕8号";
        };
    }

    /** Read by its name here or its title. */
    static Optional<Label> of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(text) || each.title.equals(text))
                .findFirst();
    }
}
