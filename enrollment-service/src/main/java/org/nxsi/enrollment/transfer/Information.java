package org.nxsi.enrollment.transfer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What one place tells the other of a relation (转移接续信息表). Public for the driver only.
 *
 * @param months ascending, each once, at most {@value #MOST_MONTHS}
 * @param years ascending, each once; they add up to {@code account}
 * @param account all that is moved of the personal account
 */
public record Information(List<MonthBase> months, List<YearAccount> years, Fen account) {

    static final int MOST_MONTHS = 600;
    static final int MOST_YEARS = 60;

    public Information {
        months = months.stream().sorted(Comparator.comparing(MonthBase::month)).toList();
        years = years.stream()
                .sorted(Comparator.comparingInt(YearAccount::year))
                .toList();
    }

    /** What is wrong with it; null if nothing is. */
    @Nullable
    Fault fault(Month now) {
        if (months.isEmpty() || months.size() > MOST_MONTHS) {
            return new Fault("months", "months-number", "缴费月份为1至" + MOST_MONTHS + "个");
        }
        if (years.size() > MOST_YEARS) {
            return new Fault("years", "years-number", "账户年度最多" + MOST_YEARS + "个");
        }
        if (account.isNegative()) {
            return new Fault("account", "account-negative", "个人账户储存额不能为负数");
        }
        Set<Month> seen = new HashSet<>();
        for (MonthBase each : months) {
            if (!seen.add(each.month())) {
                return new Fault("months", "month-twice", each.month() + " 重复列示");
            }
            if (each.month().isAfter(now)) {
                return new Fault("months", "month-not-yet", each.month() + " 尚未到来");
            }
            if (!each.base().isPositive()) {
                return new Fault("months", "base-not-positive", each.month() + " 的缴费基数应大于零");
            }
        }
        if (years.stream().map(YearAccount::year).distinct().count() < years.size()) {
            return new Fault("years", "year-twice", "账户年度重复列示");
        }
        Fen sum = years.stream().map(YearAccount::account).reduce(Fen.ZERO, Fen::plus);
        return sum.equals(account)
                ? null
                : new Fault("account", "sums-differ", "各年度账户额合计 " + sum + "，与储存额 " + account + " 不符");
    }

    /** Something that the sender has to put right. */
    record Fault(String field, String code, String detail) {}
}
