package org.nxsi.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Poisonous events and, parked behind each, the later ones of its key, until ops fix the cause and replay them in
 * order. Every letter also goes to the dead-letter topic.
 */
final class DeadLetters {

    static final String TOPIC_SUFFIX = ".dead-letters";

    /** A longer event stays in the letter's document only: the dead-letter topic takes no record that large. */
    private static final int LETTER_LIMIT_BYTES = 500_000;

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MongoCollection<Document> letters;
    private final OutboxRelay relay;
    private final JsonMapper json;
    private final String service;
    private final Map<String, BlockedKeys> blocked = new ConcurrentHashMap<>();

    DeadLetters(MongoDatabase database, OutboxRelay relay, JsonMapper json, String service) {
        this.letters = database.getCollection("dead_letters");
        this.relay = relay;
        this.json = json;
        this.service = service;
        letters.createIndex(Indexes.ascending("topic", "state"));
        relay.watch(letters);
    }

    /** Where an event lies in Kafka; the letter's id. */
    record Position(String group, String topic, int partition, long offset) {

        String id() {
            return "%s/%s/%d/%020d".formatted(group, topic, partition, offset);
        }

        String place() {
            return group + "/" + topic;
        }
    }

    /** Whether an earlier event of the key is unresolved. The rare yes is asked of the store again: ops may just have replayed. */
    boolean blocks(Position position, String key) {
        return blockedKeys(position).keys.contains(key)
                && !ofKey(position.group(), position.topic(), key, 1).isEmpty();
    }

    void bury(Position position, String key, byte[] event, String cause) {
        keep(position, key, event, "DEAD", cause);
    }

    void park(Position position, String key, byte[] event) {
        keep(position, key, event, "PARKED", "an earlier event of this key is a dead letter");
    }

    List<Document> open(int limit, @Nullable String afterId) {
        Bson unresolved = ne("state", "REPLAYED");
        Bson filter = afterId == null ? unresolved : and(unresolved, gt("_id", afterId));
        return letters.find(filter).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** The unresolved letters of one key, in the order they came. */
    List<Document> ofKey(String group, String topic, String key, int limit) {
        return letters.find(and(eq("topic", topic), eq("key", key), eq("group", group), ne("state", "REPLAYED")))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Nullable
    Document byId(String id) {
        return letters.find(eq("_id", id)).first();
    }

    void replayed(String id) {
        letters.updateOne(
                eq("_id", id),
                Updates.combine(Updates.set("state", "REPLAYED"), Updates.set("replayedAt", new Date())));
        blocked.clear();
    }

    /** Forgets what it knew of blocked keys: another instance may have had the partition. */
    void refresh() {
        blocked.clear();
    }

    private void keep(Position position, String key, byte[] event, String state, String cause) {
        ObjectNode data = json.createObjectNode()
                .put("position", position.id())
                .put("key", key)
                .put("state", state)
                .put("cause", cause);
        if (event.length <= LETTER_LIMIT_BYTES) {
            data.put("event", event);
        }
        OutboxEvent letter = new OutboxEvent(
                position.id(),
                service + TOPIC_SUFFIX,
                key,
                "nxsi.dead-letter",
                position.id(),
                1,
                Instant.now(),
                data.toString());
        Document document = new Document("_id", position.id())
                .append("group", position.group())
                .append("topic", position.topic())
                .append("key", key)
                .append("state", state)
                .append("cause", cause)
                .append("event", new Binary(event))
                .append("at", new Date());
        try {
            letters.insertOne(Outbox.withEvents(document, List.of(letter)));
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        blocked.remove(position.place());
        relay.publish(letters, position.id());
    }

    private BlockedKeys blockedKeys(Position position) {
        BlockedKeys known = blocked.get(position.place());
        if (known == null || System.nanoTime() - known.readAt_nanos > FRESH_NANOS) {
            Set<String> keys = new HashSet<>();
            for (String state : List.of("DEAD", "PARKED")) {
                letters.find(and(eq("topic", position.topic()), eq("state", state), eq("group", position.group())))
                        .map(letter -> letter.getString("key"))
                        .into(keys);
            }
            known = new BlockedKeys(keys, System.nanoTime());
            blocked.put(position.place(), known);
        }
        return known;
    }

    private record BlockedKeys(Set<String> keys, long readAt_nanos) {}
}
