package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** The slices of runs. Each is born with the message that makes some instance work it. */
@Component
class Slices {

    static final String READY = "pension.slice-ready";
    static final String CLOSED = "pension.slice-closed";

    /** Beside the message that it is closed. */
    static final int MOST_FACTS = Outbox.CAPACITY - 1;

    private final MongoCollection<Slice> slices;
    private final OutboxRelay relay;

    Slices(MongoDatabase database, OutboxRelay relay) {
        this.slices = database.getCollection("slices", Slice.class);
        this.relay = relay;
        slices.createIndex(Indexes.ascending("run", "closed"));
        relay.watch(slices);
    }

    /** Inserts those that are not there yet. */
    void open(List<Slice> cut) {
        List<Document> newborn = cut.stream()
                .map(slice -> Outbox.withEvents(
                        new Document("_id", slice.id())
                                .append("run", slice.run())
                                .append("fromId", slice.fromId())
                                .append("beforeId", slice.beforeId())
                                .append("returned", slice.returned())
                                .append("closed", false),
                        List.of(work(slice.id(), slice.id(), READY))))
                .toList();
        MissingDocuments.insert(slices.withDocumentClass(Document.class), newborn);
        relay.publish(slices, cut.stream().map(Slice::id).toList());
    }

    @Nullable
    Slice byId(String id) {
        return slices.find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    /** Without the lists of returned payments. */
    List<Slice> ofRun(String run) {
        return slices.find(eq("run", run))
                .projection(Projections.exclude("outbox", "returned"))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** @param facts what others are to learn of it, at most {@value #MOST_FACTS} */
    void close(Slice slice, Slice.Result result, List<OutboxEvent> facts) {
        List<OutboxEvent> events = new ArrayList<>(facts);
        events.add(work(slice.id() + "/closed", slice.run(), CLOSED));
        slices.updateOne(
                and(eq("_id", slice.id()), eq("closed", false), Outbox.hasRoomFor(events.size())),
                combine(set("closed", true), set("result", result), Outbox.append(events)));
        relay.publish(slices, slice.id());
    }

    long count(String run) {
        return slices.countDocuments(eq("run", run));
    }

    long open(String run) {
        return slices.countDocuments(and(eq("run", run), eq("closed", false)));
    }

    private static OutboxEvent work(String id, String subject, String type) {
        return new OutboxEvent(type + "/" + id, Topics.WORK, subject, type, subject, 1, Instant.now(), "{}");
    }
}
