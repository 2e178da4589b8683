package org.nxsi.systemtests.evidence;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the simulated banks' own books. */
final class ReadingBanks {

    private static final int PAGE = 5_000;

    private final AuditCalls calls;
    private final URI banks;

    ReadingBanks(AuditCalls calls, URI banks) {
        this.calls = calls;
        this.banks = banks;
    }

    /** @throws NotSeen if they do not answer */
    BankBooks read(Spool<BookEntry> entries) throws InterruptedException {
        List<PayoutAccount> accounts = new ArrayList<>();
        calls.openTree(banks.resolve("/oracle/payout-accounts"))
                .forEach(account -> accounts.add(AuditCalls.value(account, PayoutAccount.class)));
        for (JsonNode bank : calls.openTree(banks.resolve("/banks"))) {
            String code = bank.path("code").asString();
            URI list = banks.resolve("/oracle/books/entries?bank=" + code + "&limit=" + PAGE);
            calls.open(list, BookEntry.class, entries::add);
        }
        return new BankBooks(entries, accounts);
    }
}
