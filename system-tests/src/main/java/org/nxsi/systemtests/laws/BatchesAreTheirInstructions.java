package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/** What a batch says it holds, has paid, has got back and has withheld is the sum over its stored instructions. */
final class BatchesAreTheirInstructions implements Law {

    @Override
    public String name() {
        return "batches-are-their-instructions";
    }

    @Override
    public String source() {
        return "rule 6 sums over stored instructions, never counters";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Set<String> batches = new HashSet<>();
        evidence.batches().forEach(batch -> batches.add(batch.id()));
        Tallies tallies = new Tallies();
        for (Instruction each : evidence.instructions()) {
            if (each.isPayable()) {
                if (!batches.contains(each.batch())) {
                    breaches.add(Breach.of(each.id(), "belongs to batch %s, which does not exist", each.batch()));
                }
                tallies.of(each.batch()).add(each.amount());
                tallies.of(each.batch(), each.status()).add(each.amount());
            }
        }
        for (Batch batch : evidence.batches()) {
            Tally held = tallies.of(batch.id());
            compare(batch, "holds", batch.count(), batch.amount(), held, breaches);
            compare(batch, "paid", batch.paid(), batch.paidAmount(), of(tallies, batch, "PAID"), breaches);
            compare(
                    batch,
                    "returned",
                    batch.returned(),
                    batch.returnedAmount(),
                    of(tallies, batch, "RETURNED"),
                    breaches);
            compare(batch, "withheld", batch.withheld(), batch.withheldSum(), of(tallies, batch, "WITHHELD"), breaches);
            if (batch.isSettled() && of(tallies, batch, "PENDING").count() > 0) {
                breaches.add(Breach.of(batch.id(), "is settled, and waiting are %s", of(tallies, batch, "PENDING")));
            }
        }
        return breaches;
    }

    private static Tally of(Tallies tallies, Batch batch, String status) {
        return tallies.of(batch.id(), status);
    }

    private static void compare(Batch batch, String what, long count, Fen amount, Tally stored, List<Breach> breaches) {
        if (stored.count() != count || !stored.amount().equals(amount)) {
            breaches.add(Breach.of(batch.id(), "%s %d of %s, its instructions %s", what, count, amount, stored));
        }
    }
}
