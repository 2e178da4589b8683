package org.nxsi.systemtests.evidence;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** A posting in the books of one fund. */
public record Voucher(
        String id, String fund, String period, String kind, String source, String postedOn, List<Line> lines) {

    /** 支出户存款. */
    public static final String PAYOUT = "PAYOUT_ACCOUNT_DEPOSIT";
    /** 暂收款—待重发. */
    public static final String TO_REISSUE = "TEMPORARY_RECEIPTS_TO_REISSUE";
    /** 社会保险待遇支出, one account per component. */
    public static final String EXPENDITURE = "BENEFIT_EXPENDITURE_";
    /** 暂付款, whatever it was advanced for. */
    public static final String ADVANCES = "TEMPORARY_PAYMENTS";

    /** One side of the movement. */
    public record Line(String account, @Nullable String bank, Fen debit, Fen credit) {}

    public Fen debits() {
        return sum(Line::debit);
    }

    public Fen credits() {
        return sum(Line::credit);
    }

    private Fen sum(Function<Line, Fen> side) {
        return lines.stream().map(side).reduce(Fen.ZERO, Fen::plus);
    }
}
