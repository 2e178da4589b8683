package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Run;

/**
 * Nothing leaves a payout account but by a batch of a run that somebody has released, under a message id that the batch
 * has used; in the banks' books where they can be seen, else by our own final words. Real and business time are two clocks,
 * so it is not compared when.
 */
final class NoPaymentWithoutRelease implements Law {

    @Override
    public String name() {
        return "no-payment-without-release";
    }

    @Override
    public String source() {
        return "rules 4, 8, 11";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Map<String, Batch> batches = new HashMap<>();
        evidence.batches().forEach(batch -> batches.put(batch.id(), batch));
        Map<String, Run> runs = new HashMap<>();
        evidence.runs().forEach(run -> runs.put(run.id(), run));
        List<Breach> breaches = new ArrayList<>();
        for (Batch batch : evidence.batches()) {
            if ((batch.attempt() > 0 || batch.releasedAt() != null) && !isReleased(runs.get(batch.run()))) {
                breaches.add(Breach.of(batch.id(), "is %s, and nobody has released its run", batch.status()));
            }
        }
        for (Instruction each : evidence.instructions()) {
            Batch batch = batches.get(each.batch());
            if (each.isFinal() && (batch == null || batch.releasedAt() == null)) {
                breaches.add(
                        Breach.of(each.id(), "is %s, and its batch %s was not released", each.status(), each.batch()));
            }
        }
        if (evidence.books().isThere()) {
            for (BookEntry entry : evidence.bankBooks().entries()) {
                Batch batch = batches.get(entry.batch());
                if (batch == null
                        || batch.releasedAt() == null
                        || entry.attempt() < 1
                        || entry.attempt() > batch.attempt()) {
                    breaches.add(Breach.of(
                            entry.endToEndId(), "was paid with message %s, which was not released", entry.messageId()));
                }
            }
        }
        return breaches;
    }

    private static boolean isReleased(@Nullable Run run) {
        return run != null && run.hasReached(Run.RELEASED) && run.releaser() != null && run.releasedAt() != null;
    }
}
