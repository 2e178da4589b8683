package org.nxsi.deferral.ledger;

/** Where an entry stands. */
public enum State {
    /** Made up before anybody has said that it was put off. In no list; it counts once it is opened. */
    AWAITED("待登记"),
    OPEN("待补办"),
    PARTLY_MADE_UP("部分补办"),
    MADE_UP("已补办"),
    /** The deadline is over, and it is not made up. */
    EXPIRED("逾期"),
    /** It should not have been in the ledger. */
    WITHDRAWN("已撤销"),
    /** Two people have opened it again. */
    REOPENED("重新登记");

    private final String title;

    State(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether something is still to be made up in time. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, PARTLY_MADE_UP, REOPENED -> true;
            case AWAITED, MADE_UP, EXPIRED, WITHDRAWN -> false;
        };
    }
}
