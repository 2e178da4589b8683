package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Posting.Kind;
import org.nxsi.platform.money.Fen;

/**
 * One scheme of an entry.
 *
 * @param amount as assessed last, else as told last with its opening; null if nobody has told it
 * @param madeUp what was paid; all of a known amount where it was made up without one
 * @param isBegun whether anything was made up
 * @param completedOn the day on which nothing was left; null while something is
 */
record SchemeFold(
        @Nullable Fen amount,
        Fen madeUp,
        boolean isBegun,
        @Nullable LocalDate completedOn) {

    private static final Comparator<Posting> BY_WEIGHT =
            Comparator.comparing((Posting each) -> each.kind() == Kind.AMOUNT).thenComparing(Posting.IN_TIME);

    private static final Comparator<Posting> BY_DAY =
            Comparator.comparing(Posting::on).thenComparing(Posting.IN_TIME);

    static SchemeFold of(String scheme, List<Posting> standing) {
        List<Posting> own =
                standing.stream().filter(each -> scheme.equals(each.scheme())).toList();
        Fen amount = own.stream()
                .filter(each -> each.kind() == Kind.OPENED || each.kind() == Kind.AMOUNT)
                .filter(each -> each.amount() != null)
                .max(BY_WEIGHT)
                .map(Posting::amount)
                .orElse(null);
        Fen paid = Fen.ZERO;
        boolean whole = false;
        LocalDate completedOn = null;
        List<Posting> makeUps = own.stream()
                .filter(each -> each.kind() == Kind.MADE_UP)
                .sorted(BY_DAY)
                .toList();
        for (Posting each : makeUps) {
            whole |= each.amount() == null;
            paid = each.amount() == null ? paid : paid.plus(each.amount());
            if (completedOn == null && (whole || amount == null || paid.compareTo(amount) >= 0)) {
                completedOn = each.on();
            }
        }
        Fen madeUp = whole && amount != null && paid.compareTo(amount) < 0 ? amount : paid;
        return new SchemeFold(amount, madeUp, !makeUps.isEmpty(), completedOn);
    }
}
