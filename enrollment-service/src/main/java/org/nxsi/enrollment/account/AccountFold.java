package org.nxsi.enrollment.account;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.platform.money.Fen;

/** What is on an account: the sum of its entries, in whatever order they come. */
final class AccountFold {

    private AccountFold() {}

    static Fen balance(Collection<AccountEntry> entries) {
        return entries.stream().map(AccountEntry::amount).reduce(Fen.ZERO, Fen::plus);
    }

    /** Whether the last word about any year's interest is a provisional one. */
    static boolean isProvisional(Collection<AccountEntry> entries) {
        Map<Integer, AccountEntry> last = new TreeMap<>();
        for (AccountEntry each : entries) {
            if (each.interest() != null) {
                last.merge(each.year(), each, (one, other) -> one.revision() >= other.revision() ? one : other);
            }
        }
        return last.values().stream()
                .anyMatch(each -> each.interest() != null && each.interest().provisional());
    }
}
