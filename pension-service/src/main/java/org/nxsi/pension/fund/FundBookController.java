package org.nxsi.pension.fund;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The fund books for finance and auditors. */
@RestController
@RequestMapping("/admin/v1/fund-books")
class FundBookController {

    private final FundBooks books;

    FundBookController(FundBooks books) {
        this.books = books;
    }

    /** @param balanced whether debits equal credits in every fund */
    record TrialBalance(@Nullable Month period, boolean balanced, List<FundBooks.AccountBalance> accounts) {}

    /** Of one period, or of all without {@code period}. */
    @GetMapping("/trial-balance")
    TrialBalance trialBalance(@RequestParam(required = false) @Nullable String period) {
        Month month = period == null ? null : Month.parse(period);
        List<FundBooks.AccountBalance> accounts = books.trialBalance(month);
        return new TrialBalance(month, isBalanced(accounts), accounts);
    }

    @GetMapping("/vouchers")
    Page<Voucher> vouchers(@RequestParam String period, PageRequest request) {
        return Page.of(books.vouchers(Month.parse(period), request.after(), request.limit() + 1), request, Voucher::id);
    }

    private static boolean isBalanced(List<FundBooks.AccountBalance> accounts) {
        return accounts.stream()
                .map(FundBooks.AccountBalance::fund)
                .distinct()
                .allMatch(fund -> accounts.stream()
                        .filter(account -> account.fund() == fund)
                        .map(FundBooks.AccountBalance::balance)
                        .reduce(Fen.ZERO, Fen::plus)
                        .isZero());
    }
}
