package org.nxsi.local.roster;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * One line of the roster: a payee, the monthly benefit by component, and the account it goes to.
 *
 * @param area place of insurance (参保地), six digits
 * @param scheme 险种: 110, 120 or 170
 * @param since first month of entitlement (待遇开始年月)
 * @param bank bank's code (银行行别)
 * @param certifiedUntil 资格认证有效期; may be over
 * @param bankState 银行侧状态, which only the simulated banks read
 */
public record RosterRow(
        SocialNumber number,
        String name,
        String area,
        String scheme,
        Month since,
        Components components,
        String bank,
        String account,
        String holder,
        LocalDate certifiedUntil,
        BankState bankState) {

    public static final List<String> HEADER = List.of(
            "社会保障号码", "姓名", "参保地", "险种", "待遇开始年月", "基础养老金", "个人账户养老金", "过渡性养老金", "补贴", "银行行别", "银行账号", "户名", "资格认证有效期",
            "银行侧状态");

    /** The parts of a monthly pension. */
    public record Components(Fen base, Fen personalAccount, Fen transitional, Fen subsidy) {}

    /** How the simulated bank opens the account. */
    public enum BankState {
        NORMAL("正常"),
        OTHER_HOLDER("户名不符"),
        ABSENT("无此账号"),
        CLOSED("销户"),
        FROZEN("冻结");

        private final String text;

        BankState(String text) {
            this.text = text;
        }

        /** As it stands in the roster. */
        public String text() {
            return text;
        }
    }

    /** The cells in the order of the header; none needs quoting. */
    public List<String> cells() {
        return List.of(
                number.value(),
                name,
                area,
                scheme,
                since.toString(),
                components.base().toString(),
                components.personalAccount().toString(),
                components.transitional().toString(),
                components.subsidy().toString(),
                bank,
                account,
                holder,
                certifiedUntil.toString(),
                bankState.text());
    }
}
