package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/**
 * Payment by payment, in both directions: what we hold for paid or returned stands so in its bank's books, with the same
 * amount, account and day; and nothing stands there that is not ours.
 */
final class EveryPaymentInBothBooks implements Law {

    @Override
    public String name() {
        return "every-payment-in-both-books";
    }

    @Override
    public String source() {
        return "rule 5 a bank's word is checked; RULES 5.1 step 4";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Lawfully lawfully = Lawfully.of(evidence);
        Fingerprints ours = new Fingerprints();
        Fingerprints owed = new Fingerprints();
        for (Instruction each : evidence.instructions()) {
            if (each.isPayable()) {
                owed.add(each.endToEndId() + " " + each.amount());
            }
            if (each.isFinal() && !lawfully.parts(each)) {
                ours.add(line(each));
            }
        }
        Fingerprints theirs = new Fingerprints();
        List<Breach> breaches = new ArrayList<>();
        for (BookEntry entry : evidence.bankBooks().entries()) {
            if (!lawfully.parts(entry)) {
                theirs.add(line(entry));
            } else if (!owed.has(entry.endToEndId() + " " + Fen.of(entry.amountFen()))) {
                breaches.add(Breach.of(
                        entry.endToEndId(), "stands in bank %s's books and is not ours: %s", entry.bank(), entry));
            }
        }
        nameOurs(evidence, lawfully, ours.without(theirs), breaches);
        nameTheirs(evidence, lawfully, theirs.without(ours), breaches);
        return breaches;
    }

    private static void nameOurs(Evidence evidence, Lawfully lawfully, Set<Long> alone, List<Breach> breaches) {
        if (alone.isEmpty()) {
            return;
        }
        for (Instruction each : evidence.instructions()) {
            if (each.isFinal() && !lawfully.parts(each) && alone.contains(Fingerprints.of(line(each)))) {
                breaches.add(
                        Breach.of(each.id(), "is not so in the bank's books: %s, by %s", line(each), each.settledBy()));
            }
        }
    }

    private static void nameTheirs(Evidence evidence, Lawfully lawfully, Set<Long> alone, List<Breach> breaches) {
        if (alone.isEmpty()) {
            return;
        }
        for (BookEntry entry : evidence.bankBooks().entries()) {
            if (!lawfully.parts(entry) && alone.contains(Fingerprints.of(line(entry)))) {
                breaches.add(Breach.of(
                        entry.endToEndId(),
                        "is not so in our books: %s, of message %s",
                        line(entry),
                        entry.messageId()));
            }
        }
    }

    private static String line(Instruction each) {
        return String.join(
                " ",
                each.endToEndId(),
                each.bank(),
                each.isPaid() ? "CREDITED" : "RETURNED",
                each.amount().toString(),
                each.account(),
                String.valueOf(each.bookedOn()));
    }

    private static String line(BookEntry entry) {
        return String.join(
                " ",
                entry.endToEndId(),
                entry.bank(),
                entry.state(),
                Fen.of(entry.amountFen()).toString(),
                Masking.bankAccount(entry.account()),
                entry.date());
    }
}
