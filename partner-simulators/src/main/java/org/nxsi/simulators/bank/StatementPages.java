package org.nxsi.simulators.bank;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.StatementRequest;
import org.nxsi.simulators.bank.PayoutLedger.DayView;
import org.nxsi.simulators.bank.PayoutLedger.Movement;

/** Statements of a payout account, a page at a time, made from the book lines of the day. */
final class StatementPages {

    private final String bank;
    private final Books books;
    private final int entriesPerPage;

    StatementPages(String bank, Books books, int entriesPerPage) {
        this.bank = bank;
        this.books = books;
        this.entriesPerPage = entriesPerPage;
    }

    AccountStatement page(StatementRequest request, Instant now) throws IOException {
        DayView day = books.day(request.account(), request.date());
        long from = (long) (request.page() - 1) * entriesPerPage;
        List<Entry> entries = entries(request.account(), request.date(), day.movements(), from);
        return new AccountStatement(
                "S" + bank + "-" + compact(request.date()) + "-" + request.account(),
                bank,
                request.account(),
                request.date(),
                request.page(),
                from + entriesPerPage >= day.entries(),
                now,
                day.entries(),
                day.opening(),
                day.closing(),
                entries);
    }

    /** Only the lines that reach into the page are read. */
    private List<Entry> entries(String account, LocalDate date, List<Movement> movements, long from)
            throws IOException {
        long to = from + entriesPerPage;
        List<Entry> page = new ArrayList<>();
        long number = 0;
        for (Movement movement : movements) {
            if (number + movement.entries() > from && number < to) {
                List<Entry> entries = StatementEntries.of(books.read(movement.place()), account, compact(date), number);
                int first = (int) Math.max(0, from - number);
                int end = (int) Math.min(entries.size(), to - number);
                page.addAll(entries.subList(first, end));
            }
            number += movement.entries();
        }
        return page;
    }

    private static String compact(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
