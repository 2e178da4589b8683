package org.nxsi.pension.roster;

import java.util.Arrays;
import java.util.List;

/** The columns of a roster, in their order. */
enum Column {
    SOCIAL_NUMBER("社会保障号码"),
    NAME("姓名"),
    AREA("参保地"),
    SCHEME("险种"),
    ENTITLED_FROM("待遇开始年月"),
    BASIC("基础养老金"),
    PERSONAL_ACCOUNT("个人账户养老金"),
    TRANSITIONAL("过渡性养老金"),
    SUBSIDY("补贴"),
    BANK("银行行别"),
    ACCOUNT("银行账号"),
    HOLDER("户名"),
    CERTIFIED_UNTIL("资格认证有效期"),

    /** Optional, and for the simulated banks alone: this service does not look at it. */
    BANK_SIDE("银行侧状态");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** As it stands in the header. */
    String title() {
        return title;
    }

    /** The header of a roster with this many columns. */
    static List<String> titles(int columns) {
        return Arrays.stream(values()).limit(columns).map(Column::title).toList();
    }
}
