package org.nxsi.local.stack;

import java.util.Arrays;
import java.util.List;

/** The simulated banks, by the code (银行行别) that stands in rosters. */
public enum DemoBank {
    ICBC("102", "模拟工商银行"),
    ABC("103", "模拟农业银行"),
    BOC("104", "模拟中国银行"),
    CCB("105", "模拟建设银行"),
    NINGXIA("313", "模拟宁夏银行"),
    PSBC("403", "模拟邮储银行");

    private final String code;
    private final String title;

    DemoBank(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    /** As shown to people. */
    public String title() {
        return title;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(DemoBank::code).toList();
    }
}
