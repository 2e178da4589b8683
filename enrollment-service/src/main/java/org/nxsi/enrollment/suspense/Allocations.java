package org.nxsi.enrollment.suspense;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The allocations; every step is one conditional update. */
@Repository
class Allocations {

    private final MongoCollection<Allocation> allocations;

    Allocations(MongoDatabase database) {
        this.allocations = database.getCollection("suspense_allocations", Allocation.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        allocations.createIndex(Indexes.ascending("area", "_id"));
        allocations.createIndex(Indexes.ascending("moving"), new IndexOptions().sparse(true));
    }

    /** Keeps a proposal. @return as it stands: a repetition finds it there */
    Allocation propose(Allocation wanted) {
        MissingDocuments.insert(allocations, List.of(wanted));
        return Objects.requireNonNull(find(wanted.id()), wanted.id());
    }

    @Nullable
    Allocation find(String id) {
        return allocations.find(eq("_id", id)).first();
    }

    /**
     * In the order of their ids; {@code after} is the last one seen.
     *
     * @param state null for any
     */
    List<Allocation> page(
            Collection<AreaCode> areas, Allocation.@Nullable State state, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(in("area", areas)));
        if (state != null) {
            filters.add(eq("state", state.name()));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return allocations
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Confirms or rejects. @return false if it was decided before */
    boolean decide(String id, Allocation.State decision, String by, Instant at, LocalDate on) {
        List<Bson> changes = new ArrayList<>(List.of(
                set("state", decision.name()), set("decidedBy", by), set("decidedAt", at), set("decidedOn", on)));
        if (decision == Allocation.State.CONFIRMED) {
            changes.add(set("moving", true));
        }
        return allocations
                        .updateOne(and(eq("_id", id), eq("state", Allocation.State.PROPOSED.name())), combine(changes))
                        .getMatchedCount()
                == 1;
    }

    /** Both postings stand, or neither will. */
    void end(String id, Allocation.State end) {
        allocations.updateOne(
                and(eq("_id", id), eq("state", Allocation.State.CONFIRMED.name())),
                combine(set("state", end.name()), unset("moving")));
    }

    /** It was taken for ended, but has begun: the rest is done later. */
    void goOn(String id) {
        allocations.updateOne(
                and(eq("_id", id), eq("state", Allocation.State.MONEY_GONE.name())),
                combine(set("state", Allocation.State.CONFIRMED.name()), set("moving", true)));
    }

    /** Confirmed some time ago, and perhaps not moved yet. */
    List<Allocation> moving(Instant decidedBefore, int limit) {
        return allocations
                .find(and(eq("moving", true), lt("decidedAt", decidedBefore)))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
