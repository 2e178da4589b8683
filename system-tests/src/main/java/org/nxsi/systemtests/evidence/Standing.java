package org.nxsi.systemtests.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the service stood at one moment.
 *
 * @param at by the service's real clock
 * @param beneficiaries how many, by status
 */
public record Standing(Instant at, List<Outbox> outboxes, Map<String, Long> beneficiaries) {

    /** What waits to be told in one collection. */
    public record Outbox(String collection, long documents, double oldest_s) {}
}
