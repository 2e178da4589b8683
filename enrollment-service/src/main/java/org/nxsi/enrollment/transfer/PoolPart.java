package org.nxsi.enrollment.transfer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * The part of the pooled fund that moves with a person (统筹基金转移额, 国办发〔2009〕66号): of each year's own contribution wages a
 * share, rounded to the fen by year; a short year counts with the months that it has.
 */
final class PoolPart {

    private PoolPart() {}

    /**
     * The whole part.
     *
     * @param share such as 0.12
     * @param since months before it move nothing of the fund
     */
    static Fen of(List<MonthBase> months, BigDecimal share, Month since) {
        Map<Integer, Fen> wages = new TreeMap<>();
        months.stream()
                .filter(each -> !each.month().isBefore(since))
                .forEach(each -> wages.merge(each.month().year(), each.base(), Fen::plus));
        return wages.values().stream()
                .map(year -> Fen.rounded(year.yuan().multiply(share)))
                .reduce(Fen.ZERO, Fen::plus);
    }
}
