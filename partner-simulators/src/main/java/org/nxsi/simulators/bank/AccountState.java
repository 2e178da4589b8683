package org.nxsi.simulators.bank;

import java.util.Arrays;
import java.util.Optional;

/** How a payee's account stands, as the roster's 银行侧状态 names it. */
public enum AccountState {
    NORMAL("正常"),
    /** Open, but in another person's name. */
    OTHER_HOLDER("户名不符"),
    /** No such account: one that was there is forgotten. */
    ABSENT("无此账号"),
    CLOSED("销户"),
    FROZEN("冻结");

    private final String roster;

    AccountState(String roster) {
        this.roster = roster;
    }

    public static Optional<AccountState> ofRoster(String text) {
        return Arrays.stream(values())
                .filter(state -> state.roster.equals(text))
                .findFirst();
    }
}
