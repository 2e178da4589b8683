package org.nxsi.systemtests.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;

/**
 * Nobody waits without somebody asking: every batch without its final words is to be inquired about at a time that has
 * not long passed, or people have it on their list. A refused one waits for finance.
 */
final class UnknownIsPursued implements Law {

    /** Longer than an inquiry's lease and the longest turn of those who ask. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "unknown-is-pursued";
    }

    @Override
    public String source() {
        return "rule 4 UNKNOWN is a state; RULES 5.1 E08 查询查复";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        for (Batch batch : evidence.batches()) {
            boolean waits = batch.isUnderWay() && !batch.status().equals("REFUSED");
            if (waits && batch.escalation() == null) {
                Instant next = batch.nextInquiryAt();
                if (next == null) {
                    breaches.add(Breach.of(batch.id(), "is %s, and nobody will ask about it", batch.status()));
                } else if (next.plus(GRACE).isBefore(evidence.standing().at())) {
                    breaches.add(Breach.of(
                            batch.id(), "is %s, and should have been asked about at %s", batch.status(), next));
                }
            }
        }
        return breaches;
    }
}
