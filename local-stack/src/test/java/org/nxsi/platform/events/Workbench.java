package org.nxsi.platform.events;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.nxsi.local.store.StoreServer;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A store, a broker, a topic of its own and the parts that lie between. */
final class Workbench implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    static final CloudEvents CLOUD_EVENTS = new CloudEvents(JSON, "workbench");

    final String topic = "t-" + UUID.randomUUID();
    final MongoDatabase database;
    final MongoCollection<Document> aggregates;
    final DefaultKafkaProducerFactory<String, byte[]> producers;

    private final StoreServer store = StoreServer.inTempFolder();
    private final MongoClient client = MongoClients.create(store.uri());

    Workbench() {
        TestBroker.topics(topic, "workbench.dead-letters");
        database = client.getDatabase("workbench");
        aggregates = database.getCollection("aggregates");
        producers = new DefaultKafkaProducerFactory<>(
                Map.of(
                        "bootstrap.servers", TestBroker.bootstrap(),
                        "acks", "all",
                        "max.block.ms", 500,
                        "delivery.timeout.ms", 3_000,
                        "request.timeout.ms", 2_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    EventSender sender() {
        return new EventSender(new KafkaTemplate<>(producers), CLOUD_EVENTS);
    }

    OutboxRelay relay() {
        return new OutboxRelay(sender());
    }

    OutboxEvent event(String aggregate, int version) {
        return event(topic, aggregate, version);
    }

    static OutboxEvent event(String topic, String aggregate, int version) {
        String id = aggregate + "/" + version;
        return new OutboxEvent(
                id,
                topic,
                aggregate,
                "workbench.changed",
                aggregate,
                version,
                Instant.now(),
                "{\"version\":" + version + "}");
    }

    /** As a service changes an aggregate: the events in the same update, and none without room. */
    boolean change(String aggregate, OutboxEvent... events) {
        return aggregates
                        .updateOne(
                                Filters.and(Filters.eq("_id", aggregate), Outbox.hasRoomFor(events.length)),
                                Updates.combine(Updates.inc("version", events.length), Outbox.append(List.of(events))))
                        .getMatchedCount()
                == 1;
    }

    void newAggregate(String aggregate) {
        aggregates.insertOne(new Document("_id", aggregate));
    }

    Document aggregate(String id) {
        return Objects.requireNonNull(aggregates.find(Filters.eq("_id", id)).first(), id);
    }

    /** The lease of whoever died runs out. */
    void leasesRunOut() {
        aggregates.updateMany(
                Filters.exists(Outbox.LEASED_UNTIL),
                Updates.set(Outbox.LEASED_UNTIL, Date.from(Instant.now().minusSeconds(1))));
    }

    /** What waits has been waiting long enough for the sweep. */
    void timePasses() {
        aggregates.updateMany(
                Filters.exists(Outbox.SINCE),
                Updates.set(Outbox.SINCE, Date.from(Instant.now().minusSeconds(30))));
    }

    /** Ids of the aggregate's events on the topic, in order. */
    List<String> told(String aggregate) {
        try (TestListener listener = TestBroker.listen(topic)) {
            return listener.heardSoFar(each -> each.key().equals(aggregate)).stream()
                    .map(each -> CLOUD_EVENTS.read(each.key(), each.value()).id())
                    .toList();
        }
    }

    @Override
    public void close() {
        producers.destroy();
        client.close();
        store.close();
    }
}
