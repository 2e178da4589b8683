package org.nxsi.pension.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A balanced posting in the books of one fund (RULES: 社会保险基金会计制度, cash basis).
 *
 * @param id deterministic: the same movement posted twice is the same voucher
 * @param fund the fund, by its scheme
 * @param period accounting period
 * @param kind what moved
 * @param source what caused it: an advice, a batch and its report
 * @param postedOn business date
 */
public record Voucher(
        @BsonId String id,
        Scheme fund,
        Month period,
        Kind kind,
        String source,
        LocalDate postedOn,
        List<VoucherLine> lines) {

    /** What moved. */
    public enum Kind {
        /** 拨付: special account to payout account. */
        ALLOTMENT,
        /** 发放: payout account to payees, by the bank's word. */
        PAYMENT,
        /** 退票: back into the payout account, owed until re-issued. */
        RETURN,
        /** 重发: what came back, paid again. */
        REISSUE
    }

    public Voucher {
        lines = List.copyOf(lines);
        Fen debits = lines.stream().map(VoucherLine::debit).reduce(Fen.ZERO, Fen::plus);
        Fen credits = lines.stream().map(VoucherLine::credit).reduce(Fen.ZERO, Fen::plus);
        if (!debits.equals(credits) || debits.isZero()) {
            throw new IllegalArgumentException("voucher " + id + " does not balance: " + debits + " / " + credits);
        }
    }

    /** Dr 支出户存款, Cr 财政专户存款. */
    public static Voucher allotment(Scheme fund, Month period, String bank, String advice, LocalDate on, Fen amount) {
        return new Voucher(
                "ALLOTMENT/" + bank + "/" + advice,
                fund,
                period,
                Kind.ALLOTMENT,
                advice,
                on,
                List.of(
                        VoucherLine.debit(Account.PAYOUT_ACCOUNT_DEPOSIT, bank, amount),
                        VoucherLine.credit(Account.SPECIAL_ACCOUNT_DEPOSIT, null, amount)));
    }

    /** Dr 社会保险待遇支出 by component, Cr 支出户存款. */
    public static Voucher payment(
            Scheme fund, Month period, String bank, String source, LocalDate on, BenefitComponents parts) {
        List<VoucherLine> lines = new ArrayList<>();
        debit(lines, Account.BENEFIT_EXPENDITURE_BASIC, parts.basic());
        debit(lines, Account.BENEFIT_EXPENDITURE_PERSONAL_ACCOUNT, parts.personalAccount());
        debit(lines, Account.BENEFIT_EXPENDITURE_TRANSITIONAL, parts.transitional());
        debit(lines, Account.BENEFIT_EXPENDITURE_SUBSIDY, parts.subsidy());
        lines.add(VoucherLine.credit(Account.PAYOUT_ACCOUNT_DEPOSIT, bank, parts.total()));
        return new Voucher("PAYMENT/" + source + "/" + fund.code(), fund, period, Kind.PAYMENT, source, on, lines);
    }

    /** Dr 支出户存款, Cr 暂收款—待重发. */
    public static Voucher returned(Scheme fund, Month period, String bank, String source, LocalDate on, Fen amount) {
        return new Voucher(
                "RETURN/" + source + "/" + fund.code(),
                fund,
                period,
                Kind.RETURN,
                source,
                on,
                List.of(
                        VoucherLine.debit(Account.PAYOUT_ACCOUNT_DEPOSIT, bank, amount),
                        VoucherLine.credit(Account.TEMPORARY_RECEIPTS_TO_REISSUE, null, amount)));
    }

    /** Dr 暂收款—待重发, Cr 支出户存款: the expenditure was booked with the first payment. */
    public static Voucher reissued(Scheme fund, Month period, String bank, String source, LocalDate on, Fen amount) {
        return new Voucher(
                "REISSUE/" + source + "/" + fund.code(),
                fund,
                period,
                Kind.REISSUE,
                source,
                on,
                List.of(
                        VoucherLine.debit(Account.TEMPORARY_RECEIPTS_TO_REISSUE, null, amount),
                        VoucherLine.credit(Account.PAYOUT_ACCOUNT_DEPOSIT, bank, amount)));
    }

    private static void debit(List<VoucherLine> lines, Account account, Fen amount) {
        if (amount.isPositive()) {
            lines.add(VoucherLine.debit(account, null, amount));
        }
    }
}
