package org.nxsi.enrollment.account;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document per batch of credits, named after the entries in it, with the event that tells of them: the same entries
 * told again after a crash find it there.
 */
@Repository
class CreditedBatches {

    static final String EVENT = "enrollment.accounts-credited";

    private final MongoCollection<Document> batches;
    private final OutboxRelay relay;
    private final JsonMapper json;

    CreditedBatches(MongoDatabase database, OutboxRelay relay, JsonMapper json) {
        this.batches = database.getCollection("account_batches");
        this.relay = relay;
        this.json = json;
        relay.watch(batches);
    }

    /** One credit. @param entry its name: who hears of it twice knows it by that */
    private record Credited(
            String entry, String personId, String scheme, String month, String due, String amount, String arrivedOn) {

        static Credited of(AccountEntry entry) {
            return new Credited(
                    entry.id(),
                    entry.person().value(),
                    entry.scheme().code(),
                    String.valueOf(entry.month()),
                    String.valueOf(entry.due()),
                    entry.amount().toString(),
                    entry.on().toString());
        }
    }

    private record AccountsCredited(List<Credited> credits) {}

    /** At most 1,000 entries; those that moved nothing are left out. */
    void tell(List<AccountEntry> entries) {
        List<AccountEntry> moved = entries.stream()
                .filter(each -> !each.amount().isZero())
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        String id = digest(moved);
        OutboxEvent event = new OutboxEvent(
                EVENT + "/" + id,
                Topics.EVENTS,
                id,
                EVENT,
                id,
                1,
                Instant.now(),
                json.writeValueAsString(
                        new AccountsCredited(moved.stream().map(Credited::of).toList())));
        try {
            batches.insertOne(
                    Outbox.withEvents(new Document("_id", id).append("credits", moved.size()), List.of(event)));
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        relay.publish(batches, id);
    }

    private static String digest(List<AccountEntry> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            entries.forEach(each -> digest.update((each.id() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
