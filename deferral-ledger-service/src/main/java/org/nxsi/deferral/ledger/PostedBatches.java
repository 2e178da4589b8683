package org.nxsi.deferral.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Repository;

/**
 * One document per batch taken in, named after the event that brought it, written when all of it is done. It carries the
 * event that tells others; a repetition finds it there.
 */
@Repository
class PostedBatches {

    private final MongoCollection<Document> batches;
    private final OutboxRelay relay;
    private final EntryEvents events;

    PostedBatches(MongoDatabase database, OutboxRelay relay, EntryEvents events) {
        this.batches = database.getCollection("deferral_batches");
        this.relay = relay;
        this.events = events;
        relay.watch(batches);
    }

    boolean has(String event) {
        return batches.countDocuments(Filters.eq("_id", event)) > 0;
    }

    void done(ReceivedEvent cause, List<EntryEvents.Line> taken, int refused) {
        Document batch = new Document("_id", cause.id())
                .append("type", cause.type())
                .append("taken", taken.size())
                .append("refused", refused);
        if (!taken.isEmpty()) {
            Outbox.withEvents(batch, List.of(events.ofBatch(cause.id(), cause.key(), cause.time(), taken)));
        }
        try {
            batches.insertOne(batch);
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        relay.publish(batches, cause.id());
    }
}
