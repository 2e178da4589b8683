package org.nxsi.pension.disbursement;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.fund.Account;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/**
 * Whether the fund books balance and agree with the instructions, their sub-ledger: what was spent is what was paid and
 * returned, and what is owed again is what was returned.
 */
@Component
class BooksAgree {

    private static final Set<Account> EXPENDITURE = Set.of(
            Account.BENEFIT_EXPENDITURE_BASIC,
            Account.BENEFIT_EXPENDITURE_PERSONAL_ACCOUNT,
            Account.BENEFIT_EXPENDITURE_TRANSITIONAL,
            Account.BENEFIT_EXPENDITURE_SUBSIDY);

    private final FundBooks books;
    private final Batches batches;

    BooksAgree(FundBooks books, Batches batches) {
        this.books = books;
        this.batches = batches;
    }

    boolean check() {
        List<FundBooks.AccountBalance> balances = books.trialBalance(null);
        Batches.FinalWords words = batches.finalWords();
        return everyFundBalances(balances)
                && sum(balances, EXPENDITURE, FundBooks.AccountBalance::balance)
                        .equals(words.paid().plus(words.returned()))
                && sum(balances, Set.of(Account.TEMPORARY_RECEIPTS_TO_REISSUE), FundBooks.AccountBalance::credit)
                        .equals(words.returned());
    }

    private static boolean everyFundBalances(List<FundBooks.AccountBalance> balances) {
        return Arrays.stream(Scheme.values())
                .allMatch(fund -> balances.stream()
                        .filter(each -> each.fund() == fund)
                        .map(FundBooks.AccountBalance::balance)
                        .reduce(Fen.ZERO, Fen::plus)
                        .isZero());
    }

    private static Fen sum(
            List<FundBooks.AccountBalance> balances,
            Set<Account> accounts,
            Function<FundBooks.AccountBalance, Fen> of) {
        return balances.stream()
                .filter(each -> accounts.contains(each.account()))
                .map(of)
                .reduce(Fen.ZERO, Fen::plus);
    }
}
