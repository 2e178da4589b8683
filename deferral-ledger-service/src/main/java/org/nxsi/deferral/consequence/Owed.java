package org.nxsi.deferral.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Posting;
import org.nxsi.platform.money.Fen;

/**
 * What is owed of one scheme of an entry: what was paid of it and when, and what is left.
 *
 * @param amount as assessed last; null if nobody has assessed it
 * @param payments in the order of their days, together not more than the amount
 */
record Owed(String scheme, LocalDate dueDate, @Nullable Fen amount, List<Payment> payments) {

    /** @param on the day on which it was made up */
    record Payment(Fen amount, LocalDate on) {}

    Owed {
        payments = List.copyOf(payments);
    }

    /** Of each scheme of an entry, in their order. */
    static List<Owed> of(Entry entry) {
        Set<String> voided = new HashSet<>();
        entry.postings().forEach(each -> voided.addAll(each.voids()));
        return entry.schemes().stream()
                .map(scheme -> of(
                        scheme,
                        Objects.requireNonNull(entry.dueDate()),
                        entry.postings().stream()
                                .filter(each -> scheme.equals(each.scheme()) && !voided.contains(each.id()))
                                .toList()))
                .toList();
    }

    /** What is not paid; nothing where the amount is not known. */
    Fen left() {
        Fen paid = payments.stream().map(Payment::amount).reduce(Fen.ZERO, Fen::plus);
        return amount == null ? Fen.ZERO : amount.minus(paid);
    }

    private static Owed of(String scheme, LocalDate usual, List<Posting> postings) {
        Fen amount = amount(postings);
        LocalDate dueDate = postings.stream()
                .filter(each -> each.kind() == Posting.Kind.OPENED && each.dueDate() != null)
                .min(Comparator.comparing(Posting::at).thenComparing(Posting::id))
                .map(Posting::dueDate)
                .orElse(usual);
        return new Owed(scheme, dueDate, amount, amount == null ? List.of() : payments(amount, postings));
    }

    /** A later assessment replaces what was told at the opening. */
    private static @Nullable Fen amount(List<Posting> postings) {
        return postings.stream()
                .filter(each -> each.kind() == Posting.Kind.OPENED || each.kind() == Posting.Kind.AMOUNT)
                .filter(each -> each.amount() != null)
                .max(Comparator.comparing((Posting each) -> each.kind() == Posting.Kind.AMOUNT)
                        .thenComparing(Posting::at)
                        .thenComparing(Posting::id))
                .map(Posting::amount)
                .orElse(null);
    }

    private static List<Payment> payments(Fen amount, List<Posting> postings) {
        List<Payment> payments = new ArrayList<>();
        Fen left = amount;
        List<Posting> makeUps = postings.stream()
                .filter(each -> each.kind() == Posting.Kind.MADE_UP)
                .sorted(Comparator.comparing(Posting::on)
                        .thenComparing(Posting::at)
                        .thenComparing(Posting::id))
                .toList();
        for (Posting each : makeUps) {
            Fen paid = each.amount() == null || each.amount().compareTo(left) > 0 ? left : each.amount();
            if (paid.isPositive()) {
                payments.add(new Payment(paid, each.on()));
                left = left.minus(paid);
            }
        }
        return payments;
    }
}
