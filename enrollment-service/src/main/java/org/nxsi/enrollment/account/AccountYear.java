package org.nxsi.enrollment.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * One year of an account, as statements show it: opening + all that happened = closing, by construction.
 *
 * @param credited contributions that arrived in the year
 * @param transferredOut, drawnDown, paidOut as they stand among the entries: below zero
 * @param ground how the interest was reckoned last; null while none is booked
 */
public record AccountYear(
        int year,
        Fen opening,
        Fen credited,
        Fen transferredIn,
        Fen transferredOut,
        Fen drawnDown,
        Fen paidOut,
        Fen takenOver,
        Fen interest,
        Fen closing,
        @Nullable InterestGround ground) {

    static AccountYear of(Collection<AccountEntry> entries, int year) {
        return new AccountYear(
                year,
                sum(entries, each -> each.year() < year),
                sum(entries, each -> each.year() == year && each.kind().isContribution()),
                sum(entries, of(year, EntryKind.TRANSFER_IN)),
                sum(entries, of(year, EntryKind.TRANSFER_OUT)),
                sum(entries, of(year, EntryKind.DRAW_DOWN)),
                sum(entries, of(year, EntryKind.PAID_OUT)),
                sum(entries, of(year, EntryKind.OPENING)),
                sum(entries, of(year, EntryKind.INTEREST)),
                sum(entries, each -> each.year() <= year),
                entries.stream()
                        .filter(of(year, EntryKind.INTEREST))
                        .max(Comparator.comparingInt(AccountEntry::revision))
                        .map(AccountEntry::interest)
                        .orElse(null));
    }

    public boolean isProvisional() {
        return ground != null && ground.provisional();
    }

    private static Predicate<AccountEntry> of(int year, EntryKind kind) {
        return each -> each.year() == year && each.kind() == kind;
    }

    private static Fen sum(Collection<AccountEntry> entries, Predicate<AccountEntry> which) {
        return entries.stream().filter(which).map(AccountEntry::amount).reduce(Fen.ZERO, Fen::plus);
    }
}
