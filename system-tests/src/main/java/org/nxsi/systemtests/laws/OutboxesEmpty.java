package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;

/** What was to be told is told: no outbox has had an event waiting for more than the minute after which the alarm rings. */
final class OutboxesEmpty implements Law {

    private static final double LIMIT_S = 60;

    @Override
    public String name() {
        return "outboxes-empty";
    }

    @Override
    public String source() {
        return "rule 2 facts leave with the change";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        return evidence.standing().outboxes().stream()
                .filter(outbox -> outbox.documents() > 0 && outbox.oldest_s() > LIMIT_S)
                .map(outbox -> Breach.of(
                        outbox.collection(),
                        "%d documents wait to be told, the oldest for %.0f s",
                        outbox.documents(),
                        outbox.oldest_s()))
                .toList();
    }
}
