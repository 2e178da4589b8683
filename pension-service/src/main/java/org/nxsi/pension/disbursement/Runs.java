package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the store; every step is one conditional update that takes its facts along. */
@Component
class Runs {

    static final String CUT = "pension.run-cut";
    static final String RELEASED_WORK = "pension.run-batches-to-release";

    private final MongoCollection<Run> runs;
    private final OutboxRelay relay;
    private final JsonMapper json;

    Runs(MongoDatabase database, OutboxRelay relay, JsonMapper json) {
        this.runs = database.getCollection("runs", Run.class);
        this.relay = relay;
        this.json = json;
        relay.watch(runs);
    }

    /** @return false if the month has its run already */
    boolean add(Run run) {
        Document newborn = new Document("_id", run.id())
                .append("month", run.month())
                .append("kind", run.kind().name())
                .append("status", run.status().name())
                .append("cutOff", run.cutOff())
                .append("slices", run.slices())
                .append("beneficiaries", run.beneficiaries())
                .append("funds", List.of())
                .append("maker", run.maker())
                .append("createdAt", run.createdAt());
        boolean added = MissingDocuments.insert(
                        runs.withDocumentClass(Document.class),
                        List.of(Outbox.withEvents(newborn, List.of(event(run.id(), CUT, Topics.WORK, Map.of())))))
                .isEmpty();
        relay.publish(runs, run.id());
        return added;
    }

    @Nullable
    Run byId(String id) {
        return runs.find(eq("_id", id)).first();
    }

    List<Run> calculating() {
        return runs.find(eq("status", RunStatus.CALCULATING)).into(new ArrayList<>());
    }

    /** A month's runs, the regular one included. */
    List<Run> ofMonth(Month month) {
        return runs.find(and(gte("_id", month + "-R"), lt("_id", month + "-S"))).into(new ArrayList<>());
    }

    /** Newest month first. */
    List<Run> page(@Nullable String beforeId, int limit) {
        Bson filter = beforeId == null ? com.mongodb.client.model.Filters.empty() : lt("_id", beforeId);
        return runs.find(filter).sort(Sorts.descending("_id")).limit(limit).into(new ArrayList<>());
    }

    /**
     * Moves a run on if it stands where the step expects it.
     *
     * @param fact data of the event {@code pension.run-<status>} that tells the others
     * @return the run afterwards, or null if it stood elsewhere
     */
    @Nullable
    Run move(String id, List<RunStatus> from, RunStatus to, Bson change, Map<String, ?> fact) {
        String type =
                "pension.run-" + to.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        List<OutboxEvent> events = new ArrayList<>();
        events.add(event(id, type, Topics.EVENTS, fact));
        if (to == RunStatus.RELEASED) {
            events.add(event(id, RELEASED_WORK, Topics.WORK, Map.of()));
        }
        Run moved = runs.findOneAndUpdate(
                and(eq("_id", id), in("status", from), Outbox.hasRoomFor(events.size())),
                combine(change, set("status", to), Outbox.append(events)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (moved != null) {
            relay.publish(runs, id);
        }
        return moved;
    }

    /** Changes a run that stays where it is. */
    @Nullable
    Run change(String id, RunStatus expected, Bson filter, Bson change) {
        return runs.findOneAndUpdate(
                and(eq("_id", id), eq("status", expected), filter),
                change,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private OutboxEvent event(String run, String type, String topic, Map<String, ?> data) {
        Map<String, Object> all = new java.util.TreeMap<>(data);
        all.put("run", run);
        return new OutboxEvent(run + "/" + type, topic, run, type, run, 1, Instant.now(), json.writeValueAsString(all));
    }
}
