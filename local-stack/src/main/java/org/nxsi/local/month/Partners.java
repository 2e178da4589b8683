package org.nxsi.local.month;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The partners' own side: accounts that people have there, what the treasury allots, what stands in the banks' books. */
final class Partners {

    private final HttpCalls calls;
    private final MonthListener listener;

    Partners(HttpCalls calls, MonthListener listener) {
        this.calls = calls;
        this.listener = listener;
    }

    /** Opens the accounts that the roster lists, as its bank columns say; nothing else of it goes to the banks. */
    void openAccounts(Path roster) throws InterruptedException {
        try {
            Path accounts = Files.createTempFile("nxsi-accounts", ".csv");
            try {
                long lines = BankColumns.copy(roster, accounts);
                if (lines == 0) {
                    listener.note("no account opened at the banks: the roster's header or lines cannot be read");
                    return;
                }
                calls.partnersPut("/oracle/accounts", "text/csv; charset=utf-8", BodyPublishers.ofFile(accounts))
                        .orFail("opening the accounts at the simulated banks");
                listener.note(lines + " accounts stand at the simulated banks");
            } finally {
                Files.deleteIfExists(accounts);
            }
        } catch (IOException failure) {
            throw new MonthFailure("cannot read the roster " + roster + ": " + failure.getMessage(), failure);
        }
    }

    /** Has the treasury allot every line; the same line of the same run is allotted once, however often it is asked for. */
    List<FundLine> allot(String run, List<FundLine> needed) throws InterruptedException {
        List<FundLine> allotted = new ArrayList<>();
        for (FundLine line : needed) {
            ObjectNode order = HttpCalls.JSON
                    .createObjectNode()
                    .put("bank", line.bank())
                    .put("scheme", line.scheme())
                    .put("amountFen", line.amount().amount_fen())
                    .put(
                            "reference",
                            String.join(
                                    "/",
                                    run,
                                    line.scheme(),
                                    line.bank(),
                                    line.amount().toString()));
            Reply reply =
                    calls.partnersPost("/oracle/treasury/allotments", order).orFail("the treasury's allotment");
            allotted.add(line.allotted(reply.text("advice")));
        }
        return allotted;
    }

    /** What stands credited to payees for the run in the banks' own books, net of returns. */
    long creditedNet_fen(String run) throws InterruptedException {
        Reply books = calls.partners("/oracle/books?reference=" + run).orFail("reading the banks' books");
        return Amounts.fen(books.body().path("netFen"));
    }
}
