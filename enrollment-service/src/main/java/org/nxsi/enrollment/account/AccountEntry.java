package org.nxsi.enrollment.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * One entry of an account: written once, never changed. Public for the codec's sake.
 *
 * @param id {@code <account>|<what it rests on>}: a repetition finds it there
 * @param account {@code <person>|<scheme>}
 * @param year in which it counts: that of {@code on}; of interest, the year that it is for
 * @param on value date; of a contribution, the day on which the money arrived
 * @param amount what it adds to the account; negative where it takes away
 * @param month that the contribution or the draw-down is for; null of anything else
 * @param due what the contribution was paid for; null of anything else
 * @param revision of the telling about the due; 0 of anything else
 * @param part the whole part of the contribution by that telling; null of anything else
 * @param interest how it was reckoned; null of anything else
 * @param ground what it rests on, in words for people: a case, a paper; null where the due says it all
 * @param recordedAt real clock
 */
public record AccountEntry(
        @BsonId String id,
        String account,
        PersonId person,
        Scheme scheme,
        EntryKind kind,
        int year,
        LocalDate on,
        Fen amount,
        @Nullable Month month,
        @Nullable String due,
        int revision,
        @Nullable Fen part,
        @Nullable InterestGround interest,
        @Nullable String ground,
        Instant recordedAt) {

    /** By value date; on one day, in the order in which they were written. */
    static final Comparator<AccountEntry> IN_TIME = Comparator.comparing(AccountEntry::on)
            .thenComparing(AccountEntry::recordedAt)
            .thenComparing(AccountEntry::id);

    /** The n-th telling about a contribution that changed something, or might have. */
    static AccountEntry credit(ArrivedLine line, int n, Fen creditedBefore, Instant recordedAt) {
        String account = Account.idOf(line.person(), line.scheme());
        return new AccountEntry(
                creditId(line, n),
                account,
                line.person(),
                line.scheme(),
                n == 1 ? EntryKind.CREDIT : EntryKind.CORRECTION,
                line.arrivedOn().getYear(),
                line.arrivedOn(),
                line.accountPart().minus(creditedBefore),
                line.month(),
                line.due(),
                line.revision(),
                line.accountPart(),
                null,
                null,
                recordedAt);
    }

    static String creditId(ArrivedLine line, int n) {
        return Account.idOf(line.person(), line.scheme()) + "|C|" + line.due() + "|" + line.month() + "|" + n;
    }

    /** Which telling about its contribution this was, from 1. */
    int telling() {
        return Integer.parseInt(id.substring(id.lastIndexOf('|') + 1));
    }

    /** The contribution's part by this telling. */
    Fen wholePart() {
        return Objects.requireNonNull(part, id);
    }
}
