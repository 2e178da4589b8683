package org.nxsi.deferral.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Repository;

/** How far the reminders have come, and the batches that they were told in. Both are written once for whoever writes first. */
@Repository
class ReminderBatches {

    private final MongoCollection<ReminderPass> passes;
    private final MongoCollection<ReminderBatch> batches;
    private final OutboxRelay relay;

    ReminderBatches(MongoDatabase database, OutboxRelay relay) {
        this.passes = database.getCollection("deferral_reminder_passes", ReminderPass.class);
        this.batches = database.getCollection("deferral_reminder_batches", ReminderBatch.class);
        this.relay = relay;
        relay.watch(batches);
    }

    @Nullable
    ReminderPass pass(String id) {
        return passes.find(eq("_id", id)).first();
    }

    ReminderPass begin(ReminderPass beginning) {
        try {
            passes.insertOne(beginning);
        } catch (MongoWriteException exists) {
            requireDuplicate(exists);
        }
        return Objects.requireNonNull(pass(beginning.id()), beginning.id());
    }

    /** @return the batch of this id as it stands: this one, or the one that was there before */
    ReminderBatch keep(ReminderBatch batch, OutboxEvent event) {
        Document document =
                new Document("_id", batch.id()).append("after", batch.after()).append("notices", batch.notices());
        try {
            batches.withDocumentClass(Document.class).insertOne(Outbox.withEvents(document, List.of(event)));
            relay.publish(batches, batch.id());
            return batch;
        } catch (MongoWriteException exists) {
            requireDuplicate(exists);
        }
        return Objects.requireNonNull(byId(batch.id()), batch.id());
    }

    /** Nobody has moved it meanwhile, or it stays as they have. */
    void advance(ReminderPass seen, int batch, String after) {
        passes.updateOne(asSeen(seen), combine(set("batch", batch), set("after", after)));
    }

    /** The pass of the day has come to its end; the next one begins at the beginning. */
    void end(ReminderPass seen, LocalDate today) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        passes.updateOne(asSeen(seen), combine(set("passedOn", today), set("passedAt", now), unset("after")));
    }

    private @Nullable ReminderBatch byId(String id) {
        return batches.find(eq("_id", id))
                .projection(Projections.include("after", "notices"))
                .first();
    }

    private static Bson asSeen(ReminderPass seen) {
        Bson after = seen.after() == null ? exists("after", false) : eq("after", seen.after());
        return and(eq("_id", seen.id()), eq("batch", seen.batch()), after);
    }

    private static void requireDuplicate(MongoWriteException failed) {
        if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw failed;
        }
    }
}
