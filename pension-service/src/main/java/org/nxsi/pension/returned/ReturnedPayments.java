package org.nxsi.pension.returned;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.returned.ReturnedPayment.State;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** The correction list in the store; every step is one conditional update. */
@Component
public class ReturnedPayments {

    private static final Bson ITSELF = Projections.exclude("outbox");

    private final MongoCollection<ReturnedPayment> returned;
    private final OutboxRelay relay;

    ReturnedPayments(MongoDatabase database, OutboxRelay relay) {
        this.returned = database.getCollection("returned_payments", ReturnedPayment.class);
        this.relay = relay;
        returned.createIndex(Indexes.ascending("endToEndId"));
        returned.createIndex(Indexes.ascending("state"));
        returned.createIndex(Indexes.ascending("run"));
        returned.createIndex(Indexes.ascending("reissueRun"), new IndexOptions().sparse(true));
        relay.watch(returned);
    }

    /** What part of the list is wanted; null stands for any. */
    record Wanted(
            @Nullable State state,
            @Nullable String slot,
            @Nullable String bank,
            @Nullable String reason) {

        Bson filter(Collection<String> areas, @Nullable String afterId) {
            List<Bson> filters = new ArrayList<>();
            filters.add(in("area", areas));
            add(filters, "state", state);
            add(filters, "slot", slot);
            add(filters, "account.bank", bank);
            add(filters, "reason", reason);
            if (afterId != null) {
                filters.add(gt("_id", afterId));
            }
            return and(filters);
        }

        private static void add(List<Bson> filters, String field, @Nullable Object value) {
            if (value != null) {
                filters.add(eq(field, value));
            }
        }
    }

    /** Puts on the list what is not on it yet. */
    void add(List<ReturnedPayment> some) {
        MissingDocuments.insert(returned, some);
    }

    /** In the order of their ids. */
    List<ReturnedPayment> page(Wanted wanted, Collection<String> areas, @Nullable String afterId, int limit) {
        return returned.find(wanted.filter(areas, afterId))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Nullable
    ReturnedPayment byEndToEndId(String endToEndId) {
        return returned.find(eq("endToEndId", endToEndId)).projection(ITSELF).first();
    }

    @Nullable
    ReturnedPayment byId(String id) {
        return returned.find(eq("_id", id)).projection(ITSELF).first();
    }

    public List<ReturnedPayment> byIds(Collection<String> ids) {
        return returned.find(in("_id", ids)).projection(ITSELF).into(new ArrayList<>());
    }

    /** How many returns of a run are on the list, whatever became of them. */
    public long countOfRun(String run) {
        return returned.countDocuments(eq("run", run));
    }

    /** How many wait for the next supplementary run. */
    public long countReady() {
        return returned.countDocuments(eq("state", State.READY));
    }

    /**
     * Ids in a range that wait for the next supplementary run.
     *
     * @param beforeId null for the end
     */
    public List<String> ready(String fromId, @Nullable String beforeId, int most) {
        List<Bson> filters = new ArrayList<>(List.of(eq("state", State.READY), gte("_id", fromId)));
        if (beforeId != null) {
            filters.add(lt("_id", beforeId));
        }
        return returned.withDocumentClass(Document.class)
                .find(and(filters))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** A supplementary run takes those of them that nobody has taken; a repetition changes nothing. */
    public void claim(Collection<String> ids, String run) {
        returned.updateMany(
                and(in("_id", ids), eq("state", State.READY)),
                combine(set("state", State.REISSUED), set("reissueRun", run)));
    }

    /** @return the payment afterwards; null if it stood elsewhere */
    @Nullable
    ReturnedPayment move(String id, State from, Bson expected, State to, Bson change, List<OutboxEvent> told) {
        List<Bson> filters = new ArrayList<>(List.of(eq("_id", id), eq("state", from), expected));
        List<Bson> changes = new ArrayList<>(List.of(change, set("state", to)));
        if (!told.isEmpty()) {
            filters.add(Outbox.hasRoomFor(told.size()));
            changes.add(Outbox.append(told));
        }
        ReturnedPayment moved = returned.findOneAndUpdate(
                and(filters),
                combine(changes),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(ITSELF));
        if (moved != null && !told.isEmpty()) {
            relay.publish(returned, id);
        }
        return moved;
    }

    void remember(String id, ReturnedPayment.Replaced replaced) {
        returned.updateOne(eq("_id", id), set("replaced", replaced));
    }
}
