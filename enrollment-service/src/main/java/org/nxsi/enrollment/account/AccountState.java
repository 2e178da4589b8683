package org.nxsi.enrollment.account;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an account stands; codes of list EAC040. */
public enum AccountState {
    INITIAL("0", "初始"),
    /** Earns interest; money goes in. */
    NORMAL("1", "正常结息"),
    /** Paid out; nothing is expected any more. */
    ENDED("2", "终止"),
    TRANSFERRED("3", "异地转出"),
    /** The pension draws on it; the rest earns interest. */
    RETIRED("4", "退休"),
    /** Nothing goes out while it is sealed; money that arrives is credited, and interest too. */
    SEALED("5", "封存");

    private final String code;
    private final String title;

    AccountState(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** As shown to people. */
    public String title() {
        return title;
    }
}
