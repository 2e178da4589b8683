package org.nxsi.enrollment.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;

/**
 * One year of one account, with the state and balance of today.
 *
 * @param balance the sum of all entries, of later years too
 */
public record AccountStatement(Scheme scheme, AccountState state, LocalDate openedOn, AccountYear year, Fen balance) {

    /** What has to be said of its interest; null if nothing has. */
    public @Nullable String note(LocalDate today) {
        InterestGround ground = year.ground();
        if (ground == null) {
            return year.year() == today.getYear() ? "本年度利息于年末计入" : "本年度利息尚未计入";
        }
        if (ground.provisional()) {
            return year.year() + "年记账利率尚未公布，暂按" + ground.rateOf() + "年利率计息，公布后结算差额";
        }
        return ground.status().equals("SAMPLE") ? "利率为演示样例，不是公布数据" : null;
    }
}
