package org.nxsi.platform.web;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to which command: one document per command, leased while in flight, swept when old. A note that the
 * store does not take is kept here and taken as soon as the command comes again, or at the next sweep; should this instance
 * end before, the lease does, and the command finds what was done.
 */
class CommandRecords {

    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int MOST_OWED = 1_000;

    private final MongoCollection<Document> records;
    private final Map<String, Runnable> owed = new ConcurrentHashMap<>();

    CommandRecords(MongoDatabase database) {
        this.records = database.getCollection("command_records");
        records.createIndex(Indexes.ascending("expiresAt"));
    }

    /** What stands in the way of carrying a command out; {@link #begin} answers null when nothing does. */
    sealed interface Earlier {

        record InFlight() implements Earlier {}

        record OtherBody() implements Earlier {}

        record Answered(int status, Map<String, String> headers, byte[] body) implements Earlier {}
    }

    @Nullable
    Earlier begin(CommandId id, String digest) {
        settle(id.value());
        Instant now = Instant.now();
        try {
            records.insertOne(new Document("_id", id.value())
                    .append("digest", digest)
                    .append("state", "IN_FLIGHT")
                    .append("leaseUntil", Date.from(now.plus(LEASE)))
                    .append("expiresAt", Date.from(now.plus(KEPT))));
            return null;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        Document earlier = records.find(eq("_id", id.value())).first();
        if (earlier == null) {
            return new Earlier.InFlight();
        }
        if (!digest.equals(earlier.getString("digest"))) {
            return new Earlier.OtherBody();
        }
        if ("DONE".equals(earlier.getString("state"))) {
            return answered(earlier);
        }
        return takenOver(id, earlier.getDate("leaseUntil"), now) ? null : new Earlier.InFlight();
    }

    /** @throws MongoException if the store takes no note now */
    void done(CommandId id, int status, Map<String, String> headers, byte[] body) {
        note(
                id.value(),
                () -> records.updateOne(
                        eq("_id", id.value()),
                        combine(
                                set("state", "DONE"),
                                set("status", status),
                                set("headers", new Document(headers)),
                                set("body", new Binary(body)))));
    }

    /**
     * The command failed on our side: the same key may be tried again at once.
     *
     * @throws MongoException if the store takes no note now
     */
    void abandoned(CommandId id) {
        note(id.value(), () -> records.deleteOne(and(eq("_id", id.value()), eq("state", "IN_FLIGHT"))));
    }

    private void note(String id, Runnable note) {
        if (owed.size() < MOST_OWED) {
            owed.put(id, note);
        }
        note.run();
        owed.remove(id);
    }

    private void settle(String id) {
        Runnable note = owed.get(id);
        if (note != null) {
            note.run();
            owed.remove(id);
        }
    }

    long sweep() {
        owed.keySet().forEach(this::settle);
        return records.deleteMany(lt("expiresAt", new Date())).getDeletedCount();
    }

    private boolean takenOver(CommandId id, Date seen, Instant now) {
        return seen.toInstant().isBefore(now)
                && records.updateOne(
                                        and(eq("_id", id.value()), eq("state", "IN_FLIGHT"), eq("leaseUntil", seen)),
                                        set("leaseUntil", Date.from(now.plus(LEASE))))
                                .getMatchedCount()
                        == 1;
    }

    private static Earlier answered(Document earlier) {
        Map<String, String> headers = earlier.get("headers", new Document()).entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> (String) each.getValue()));
        return new Earlier.Answered(
                earlier.getInteger("status"),
                headers,
                earlier.get("body", Binary.class).getData());
    }
}
