package org.nxsi.pension.disbursement;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nxsi.pension.fund.Account;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/**
 * Whether the fund books balance and agree with the instructions, their sub-ledger, fund by fund: what was spent is what
 * first payments were paid and returned; what came back is owed again until a re-issue has left, paid or returned.
 */
@Component
class BooksAgree {

    private static final Set<Account> EXPENDITURE = Set.of(
            Account.BENEFIT_EXPENDITURE_BASIC,
            Account.BENEFIT_EXPENDITURE_PERSONAL_ACCOUNT,
            Account.BENEFIT_EXPENDITURE_TRANSITIONAL,
            Account.BENEFIT_EXPENDITURE_SUBSIDY);
    private static final Set<Account> TO_REISSUE = Set.of(Account.TEMPORARY_RECEIPTS_TO_REISSUE);

    private final FundBooks books;
    private final Batches batches;

    BooksAgree(FundBooks books, Batches batches) {
        this.books = books;
        this.batches = batches;
    }

    boolean check() {
        List<FundBooks.AccountBalance> balances = books.trialBalance(null);
        return batches.finalWords().entrySet().stream()
                .allMatch(fund -> agree(
                        balances.stream()
                                .filter(each -> each.fund() == fund.getKey())
                                .toList(),
                        fund.getValue()));
    }

    static boolean agree(List<FundBooks.AccountBalance> ofFund, Batches.FinalWords words) {
        return sum(ofFund, Set.of(Account.values()), FundBooks.AccountBalance::balance)
                        .isZero()
                && sum(ofFund, EXPENDITURE, FundBooks.AccountBalance::balance).equals(words.first())
                && sum(ofFund, TO_REISSUE, FundBooks.AccountBalance::credit).equals(words.returned())
                && sum(ofFund, TO_REISSUE, FundBooks.AccountBalance::debit).equals(words.reissued());
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
