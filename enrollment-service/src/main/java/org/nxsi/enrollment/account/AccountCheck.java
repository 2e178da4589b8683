package org.nxsi.enrollment.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.platform.money.Fen;

/** Recomputes an account from its entries and names what does not fit. */
final class AccountCheck {

    private AccountCheck() {}

    /**
     * What was found.
     *
     * @param balance the sum of all entries
     * @param bySum the same, year by year: opening and all that happened
     * @param entries how many
     * @param findings none if all is well
     */
    record Checked(Fen balance, Fen bySum, int entries, List<String> findings) {}

    static Checked of(Collection<AccountEntry> entries, boolean pending) {
        List<String> findings = new ArrayList<>();
        Fen balance = AccountFold.balance(entries);
        Fen byYears = byYears(entries);
        if (balance.isNegative()) {
            findings.add("negative-balance");
        }
        if (!balance.equals(byYears)) {
            findings.add("years-do-not-add-up");
        }
        if (pending) {
            findings.add("entry-pending");
        }
        contributions(entries).forEach((name, own) -> {
            AccountEntry last = own.getFirst();
            for (AccountEntry each : own) {
                last = each.revision() > last.revision() ? each : last;
            }
            if (!AccountFold.balance(own).equals(last.wholePart())) {
                findings.add("part-differs " + name);
            }
        });
        return new Checked(balance, byYears, entries.size(), List.copyOf(findings));
    }

    private static Fen byYears(Collection<AccountEntry> entries) {
        return entries.stream()
                .map(AccountEntry::year)
                .distinct()
                .map(year -> AccountYear.of(entries, year))
                .map(year -> year.credited()
                        .plus(year.transferredIn())
                        .plus(year.transferredOut())
                        .plus(year.drawnDown())
                        .plus(year.paidOut())
                        .plus(year.takenOver())
                        .plus(year.interest()))
                .reduce(Fen.ZERO, Fen::plus);
    }

    private static Map<String, List<AccountEntry>> contributions(Collection<AccountEntry> entries) {
        Map<String, List<AccountEntry>> byName = new TreeMap<>();
        for (AccountEntry each : entries) {
            if (each.kind().isContribution()) {
                byName.computeIfAbsent(each.account() + " " + each.due() + " " + each.month(), any -> new ArrayList<>())
                        .add(each);
            }
        }
        return byName;
    }
}
