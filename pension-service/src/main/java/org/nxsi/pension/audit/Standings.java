package org.nxsi.pension.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Component;

/** How things stand at this moment: what waits to be told, and how many beneficiaries there are. */
@Component
class Standings {

    private final MongoCollection<Document> beneficiaries;
    private final OutboxRelay relay;
    private final BusinessClock clock;

    Standings(MongoDatabase database, OutboxRelay relay, BusinessClock clock) {
        this.beneficiaries = database.getCollection("beneficiaries");
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * As of one moment.
     *
     * @param at by the real clock
     * @param businessDate by the business clock
     * @param outboxes of each collection that tells events: what waits, and since when
     * @param beneficiaries how many, by status
     */
    record Standing(
            Instant at, LocalDate businessDate, List<OutboxRelay.Waiting> outboxes, Map<String, Long> beneficiaries) {}

    Standing now() {
        return new Standing(Instant.now(), clock.today(), relay.waiting(), byStatus());
    }

    private Map<String, Long> byStatus() {
        Map<String, Long> counts = new TreeMap<>();
        beneficiaries
                .aggregate(List.of(Aggregates.group("$status", Accumulators.sum("count", 1L))))
                .forEach(group -> counts.put(String.valueOf(group.get("_id")), Sums.number(group, "count")));
        return counts;
    }
}
