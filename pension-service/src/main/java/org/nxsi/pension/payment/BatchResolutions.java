package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** Resolutions in the store. The number of a batch's next one is its {@code _id}: of two at the same time one is refused. */
@Component
class BatchResolutions {

    private final MongoCollection<BatchResolution> resolutions;
    private final OutboxRelay relay;

    BatchResolutions(MongoDatabase database, OutboxRelay relay) {
        this.resolutions = database.getCollection("batch_resolutions", BatchResolution.class);
        this.relay = relay;
        resolutions.createIndex(Indexes.ascending("batch", "number"));
        relay.watch(resolutions);
    }

    @Nullable
    BatchResolution byId(String id) {
        return resolutions
                .find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    @Nullable
    BatchResolution latest(String batch) {
        return resolutions
                .find(eq("batch", batch))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.descending("number"))
                .limit(1)
                .first();
    }

    List<BatchResolution> ofBatch(String batch, int limit) {
        return resolutions
                .find(eq("batch", batch))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("number"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** @return false if somebody else took the number */
    boolean add(BatchResolution proposed) {
        return MissingDocuments.insert(resolutions, List.of(proposed)).isEmpty();
    }

    /** @return the resolution afterwards; null if it was decided already */
    @Nullable
    BatchResolution decide(
            BatchResolution proposed,
            BatchResolution.State state,
            BatchResolution.Step decided,
            List<OutboxEvent> events) {
        Bson change = combine(set("state", state), set("decided", decided));
        BatchResolution after = resolutions.findOneAndUpdate(
                and(eq("_id", proposed.id()), eq("state", BatchResolution.State.PROPOSED)),
                events.isEmpty() ? change : combine(change, Outbox.append(events)),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(Projections.exclude("outbox")));
        if (after != null) {
            relay.publish(resolutions, proposed.id());
        }
        return after;
    }
}
