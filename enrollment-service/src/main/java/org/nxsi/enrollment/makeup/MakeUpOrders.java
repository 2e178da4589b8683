package org.nxsi.enrollment.makeup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.makeup.MakeUpOrder.State;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** Orders to make up for months, each with what became of its months. */
@Repository
class MakeUpOrders {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final FindOneAndUpdateOptions AFTERWARDS =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<MakeUpOrder> orders;

    MakeUpOrders(MongoDatabase database) {
        this.orders = database.getCollection("make_up_orders", MakeUpOrder.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        orders.createIndex(Indexes.ascending("workedOffBy"), new IndexOptions().sparse(true));
        orders.createIndex(Indexes.ascending("area", "_id"));
    }

    MakeUpOrder keep(MakeUpOrder wanted) {
        MissingDocuments.insert(orders, List.of(wanted));
        return Objects.requireNonNull(find(wanted.id()), wanted.id());
    }

    @Nullable
    MakeUpOrder find(String id) {
        return orders.find(eq("_id", id)).first();
    }

    /** Of an area, in the order of their ids; {@code after} is the last one seen. */
    List<MakeUpOrder> ofArea(AreaCode area, @Nullable State state, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(
                in("area", AreaCode.all().stream().filter(area::contains).toList()),
                gt("_id", after == null ? "" : after)));
        if (state != null) {
            filters.add(eq("state", state));
        }
        return orders.find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Another person confirms it, or does not. @return null if it does not wait for this person */
    @Nullable
    MakeUpOrder decide(String id, State state, String by) {
        return orders.findOneAndUpdate(
                and(eq("_id", id), eq("state", State.WAITING_FOR_CONFIRMATION), ne("orderedBy", by)),
                combine(
                        set("state", state),
                        set("confirmedBy", by),
                        state == State.IN_WORK ? set("workedOffBy", Instant.EPOCH) : unset("workedOffBy")),
                AFTERWARDS);
    }

    /** An order that nobody works on; null if there is none. @param id of a certain one; null for any */
    @Nullable
    MakeUpOrder lease(@Nullable String id) {
        Instant now = Instant.now();
        Bson free = and(lt("workedOffBy", now), eq("state", State.IN_WORK));
        return orders.findOneAndUpdate(
                id == null ? free : and(eq("_id", id), free), set("workedOffBy", now.plus(LEASE)), AFTERWARDS);
    }

    /** A month is worked off. @return the order afterwards; null if somebody else has it by now */
    @Nullable
    MakeUpOrder monthDone(MakeUpOrder order, MadeUpMonth month) {
        boolean last = order.done() + 1 == order.count();
        return orders.findOneAndUpdate(
                and(eq("_id", order.id()), eq("done", order.done())),
                combine(
                        inc("done", 1),
                        push("months", month),
                        last ? set("state", State.DONE) : set("state", State.IN_WORK),
                        last
                                ? unset("workedOffBy")
                                : set("workedOffBy", Instant.now().plus(LEASE))),
                AFTERWARDS);
    }

    /** Nobody works on it any more, and it is not done. */
    void release(MakeUpOrder order) {
        orders.updateOne(and(eq("_id", order.id()), eq("state", State.IN_WORK)), set("workedOffBy", Instant.EPOCH));
    }
}
