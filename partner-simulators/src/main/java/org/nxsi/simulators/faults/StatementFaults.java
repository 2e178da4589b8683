package org.nxsi.simulators.faults;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.AccountStatement.Entry;

/** Statement pages with a line too few or too many; the balances stay those of the books. */
public final class StatementFaults {

    private StatementFaults() {}

    public static AccountStatement in(AccountStatement page, Faults faults) {
        String subject = page.id() + "/" + page.page();
        List<Entry> entries = new ArrayList<>(page.entries());
        if (!entries.isEmpty() && faults.strikes(Fault.DOUBLED_ENTRY, subject)) {
            entries.add(entries.getFirst());
        }
        if (!entries.isEmpty() && faults.strikes(Fault.MISSING_ENTRY, subject)) {
            entries.remove(entries.size() / 2);
        }
        return entries.equals(page.entries()) || entries.size() > AccountStatement.MAX_ENTRIES
                ? page
                : withEntries(page, entries);
    }

    private static AccountStatement withEntries(AccountStatement page, List<Entry> entries) {
        return new AccountStatement(
                page.id(),
                page.bank(),
                page.account(),
                page.date(),
                page.page(),
                page.lastPage(),
                page.created(),
                page.entriesOfDay(),
                page.opening(),
                page.closing(),
                entries);
    }
}
