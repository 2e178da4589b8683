package org.nxsi.baseline.reconciliation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.baseline.bank.BankCalls;
import org.nxsi.baseline.bank.PayoutAccount;
import org.nxsi.platform.partner.AccountStatement;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the statements of one bank's payout accounts, page by page, entry by entry. */
class StatementReader implements ItemReader<StatementReader.Entry> {

    private static final String CLOSING = """
            insert into statement_balances (bank, scheme, closing_fen) values (?, ?, ?)
            on conflict (bank, scheme) do update set closing_fen = excluded.closing_fen""";

    private final BankCalls banks;
    private final JdbcTemplate jdbc;
    private final LocalDate day;
    private final Iterator<PayoutAccount> accounts;
    private final Deque<Entry> read = new ArrayDeque<>();
    private @Nullable PayoutAccount account;
    private int page;

    StatementReader(BankCalls banks, JdbcTemplate jdbc, LocalDate day, List<PayoutAccount> accounts) {
        this.banks = banks;
        this.jdbc = jdbc;
        this.day = day;
        this.accounts = accounts.iterator();
    }

    /** A movement on a payout account. */
    record Entry(String account, LocalDate day, AccountStatement.Entry entry) {}

    @Override
    public @Nullable Entry read() throws Exception {
        while (read.isEmpty()) {
            if (account == null && accounts.hasNext()) {
                account = accounts.next();
                page = 0;
            }
            if (account == null) {
                return null;
            }
            readPage(account);
        }
        return read.poll();
    }

    private void readPage(PayoutAccount of) throws Exception {
        page++;
        AccountStatement statement = banks.statement(of, day, page);
        statement.entries().forEach(entry -> read.add(new Entry(of.number(), day, entry)));
        if (statement.lastPage()) {
            jdbc.update(CLOSING, of.bank(), of.scheme(), statement.closing().amount_fen());
            account = null;
        }
    }
}
