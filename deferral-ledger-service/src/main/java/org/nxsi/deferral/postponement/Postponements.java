package org.nxsi.deferral.postponement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Repository;

/** The applications, one document each. */
@Repository
public class Postponements {

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<Postponement> postponements;
    private final OutboxRelay relay;

    Postponements(MongoDatabase database, OutboxRelay relay) {
        this.postponements = database.getCollection("postponements", Postponement.class);
        postponements.createIndex(Indexes.ascending("employer", "_id"));
        this.relay = relay;
        relay.watch(postponements);
    }

    public @Nullable Postponement byId(String id) {
        return postponements.find(eq("_id", id)).projection(ITSELF).first();
    }

    /** Those of the ids that were refused. */
    List<Postponement> refusedOf(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : postponements
                        .find(and(in("_id", ids), eq("state", Postponement.State.REFUSED)))
                        .projection(ITSELF)
                        .into(new ArrayList<>());
    }

    /** A repetition of the command finds it there and changes nothing. */
    Postponement add(Postponement recorded) {
        try {
            postponements.insertOne(recorded);
            return recorded;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            Postponement before = byId(recorded.id());
            return before == null ? recorded : before;
        }
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    List<Postponement> page(Collection<String> areas, @Nullable String employer, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(in("area", areas)));
        if (employer != null) {
            filters.add(eq("employer", employer));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return postponements
                .find(and(filters))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * An attempt to approve it came to nothing. Whoever else is approving it begins anew, so that what was claimed can be
     * let go.
     *
     * @return false if it was decided, or another attempt given up, meanwhile
     */
    boolean giveUp(Postponement seen) {
        return postponements
                        .updateOne(asSeen(seen), set("attempts", seen.attempts() + 1))
                        .getMatchedCount()
                == 1;
    }

    private static Bson asSeen(Postponement seen) {
        return and(eq("_id", seen.id()), eq("state", Postponement.State.PROPOSED), eq("attempts", seen.attempts()));
    }

    /** @return it afterwards; null if it is not any more as it was seen */
    @Nullable
    Postponement decide(
            Postponement seen, Postponement.State to, Postponement.Decision decision, List<OutboxEvent> told) {
        List<Bson> filters = new ArrayList<>(List.of(asSeen(seen)));
        List<Bson> changes = new ArrayList<>(List.of(set("state", to), set("decision", decision)));
        if (!told.isEmpty()) {
            filters.add(Outbox.hasRoomFor(told.size()));
            changes.add(Outbox.append(told));
        }
        Postponement decided = postponements.findOneAndUpdate(
                and(filters),
                combine(changes),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(ITSELF));
        if (decided != null && !told.isEmpty()) {
            relay.publish(postponements, seen.id());
        }
        return decided;
    }
}
