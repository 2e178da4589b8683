package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/** Of every bank and day: what its own books say was credited and returned is what ours say. */
final class BanksBooksAreOurs implements Law {

    @Override
    public String name() {
        return "banks-books-are-ours";
    }

    @Override
    public String source() {
        return "RULES 5.4 reconcile daily; rules 5, 6";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Lawfully lawfully = Lawfully.of(evidence);
        Tallies theirs = new Tallies();
        for (BookEntry entry : evidence.bankBooks().entries()) {
            if (!lawfully.parts(entry)) {
                theirs.of(entry.bank(), entry.date(), entry.state()).add(Fen.of(entry.amountFen()));
            }
        }
        Tallies ours = new Tallies();
        for (Instruction each : evidence.instructions()) {
            if (each.isFinal() && !lawfully.parts(each)) {
                String state = each.isPaid() ? "CREDITED" : "RETURNED";
                ours.of(each.bank(), String.valueOf(each.bookedOn()), state).add(each.amount());
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (String day : ours.keysWith(theirs)) {
            if (!ours.of(day).isSameAs(theirs.of(day))) {
                breaches.add(Breach.of("bank " + day, "ours %s, the bank's %s", ours.of(day), theirs.of(day)));
            }
        }
        return breaches;
    }
}
