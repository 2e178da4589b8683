package org.nxsi.pension.partner;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.nxsi.platform.partner.AccountStatement;
import org.springframework.stereotype.Component;

/** Reads a payout account's statement page by page; each page is one call, forgotten when it was looked at. */
@Component
public class ReadingStatement {

    private static final int MOST_PAGES = 10_000;

    private final BankLines lines;
    private final BankClient client;

    ReadingStatement(BankLines lines, BankClient client) {
        this.lines = lines;
        this.client = client;
    }

    /**
     * Reads all pages of a day.
     *
     * @return the last page, whose balances are the day's
     * @throws BankSilent when no trustworthy answer came
     * @throws BankNotReached while the bank is left alone
     */
    public AccountStatement read(String bank, String account, LocalDate day, Consumer<AccountStatement> eachPage) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            AccountStatement statement = page(bank, account, day, page);
            eachPage.accept(statement);
            if (statement.lastPage()) {
                return statement;
            }
        }
        throw new IllegalStateException("statement of " + account + " has more than " + MOST_PAGES + " pages");
    }

    private AccountStatement page(String bank, String account, LocalDate day, int page) {
        try (Passage passage = lines.enterForStatement(bank)) {
            return client.statement(passage, account, day, page);
        }
    }
}
