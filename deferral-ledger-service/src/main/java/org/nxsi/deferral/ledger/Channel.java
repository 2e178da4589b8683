package org.nxsi.deferral.ledger;

/** How an entry came to the bureau. */
public enum Channel {
    WINDOW("经办窗口"),
    PHONE("电话"),
    WEB("网上人社"),
    M12333("掌上12333"),
    MY_NINGXIA("我的宁夏"),
    /** Found by a service, not told by anybody. */
    SYSTEM("系统");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
