package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Component;

/** Bank batches in the store; every step is one conditional update. */
@Component
public class Batches {

    private static final int AT_ONCE = 200;

    private final MongoCollection<Batch> batches;
    private final OutboxRelay relay;

    Batches(MongoDatabase database, OutboxRelay relay) {
        this.batches = database.getCollection("batches", Batch.class);
        this.relay = relay;
        batches.createIndex(Indexes.ascending("run", "status"));
        batches.createIndex(Indexes.ascending("nextInquiryAt"), new IndexOptions().sparse(true));
        relay.watch(batches);
    }

    /** Inserts those that are not there yet: a slice that is worked twice has the same batches. */
    public void add(List<Batch> calculated) {
        MissingDocuments.insert(batches, calculated);
    }

    public @Nullable Batch byId(String id) {
        return batches.find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    /** A run's batches in the order of their ids. */
    public List<Batch> ofRun(String run, @Nullable String afterId, int limit) {
        Bson filter = afterId == null ? eq("run", run) : and(eq("run", run), gt("_id", afterId));
        return batches.find(filter)
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Batches whose money is released and not settled yet, of all runs. */
    public List<Batch> underWay() {
        return batches.find(in("status", BatchStatus.UNDER_WAY))
                .projection(Projections.exclude("outbox"))
                .into(new ArrayList<>());
    }

    public long unsettled(String run) {
        return batches.countDocuments(and(
                eq("run", run),
                in(
                        "status",
                        BatchStatus.CALCULATED,
                        BatchStatus.RELEASED,
                        BatchStatus.SENDING,
                        BatchStatus.SENT,
                        BatchStatus.UNKNOWN,
                        BatchStatus.REFUSED)));
    }

    /** Releases all batches of a run that are not released yet, each with the event that makes an instance send it. */
    public void release(String run, Function<String, OutboxEvent> released) {
        while (true) {
            List<String> ids = batches.withDocumentClass(Document.class)
                    .find(and(eq("run", run), eq("status", BatchStatus.CALCULATED)))
                    .projection(Projections.include("_id"))
                    .limit(AT_ONCE)
                    .map(batch -> batch.getString("_id"))
                    .into(new ArrayList<>());
            if (ids.isEmpty()) {
                return;
            }
            List<WriteModel<Batch>> writes = ids.stream()
                    .<WriteModel<Batch>>map(id -> new UpdateOneModel<>(
                            and(eq("_id", id), eq("status", BatchStatus.CALCULATED)),
                            combine(
                                    set("status", BatchStatus.RELEASED),
                                    set("releasedAt", Instant.now()),
                                    set("nextInquiryAt", Instant.now().plusSeconds(60)),
                                    Outbox.append(released.apply(id)))))
                    .toList();
            batches.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            relay.publish(batches, ids);
        }
    }

    /** Moves on, if the batch still stands where it was seen. @return the batch afterwards, null if it has moved */
    @Nullable
    Batch step(Batch seen, List<BatchStatus> expected, Bson change) {
        return batches.findOneAndUpdate(
                and(eq("_id", seen.id()), in("status", expected), eq("attempt", seen.attempt())),
                change,
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(Projections.exclude("outbox")));
    }

    /** Records sums that follow the bank's words. */
    void record(Batch batch, Bson sums) {
        batches.updateOne(eq("_id", batch.id()), sums);
    }

    /** Everybody has a final word: settled, once, and told. */
    void settle(Batch batch, Bson sums, List<OutboxEvent> settled) {
        Bson change = combine(
                sums,
                set("status", BatchStatus.SETTLED),
                set("confirmedAt", Instant.now()),
                unset("nextInquiryAt"),
                Outbox.append(settled));
        long matched = batches.updateOne(
                        and(
                                eq("_id", batch.id()),
                                ne("status", BatchStatus.SETTLED),
                                Outbox.hasRoomFor(settled.size())),
                        change)
                .getMatchedCount();
        if (matched == 1) {
            relay.publish(batches, batch.id());
        } else {
            record(batch, sums);
        }
    }

    /** Takes up to so many batches that are due for an inquiry; nobody else asks before the lease runs out. */
    List<Batch> leaseDue(Instant now, Instant leaseUntil, int most) {
        List<Batch> due = batches.find(lte("nextInquiryAt", now))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("nextInquiryAt"))
                .limit(most)
                .into(new ArrayList<>());
        return due.stream()
                .filter(batch -> batches.updateOne(
                                        and(eq("_id", batch.id()), eq("nextInquiryAt", batch.nextInquiryAt())),
                                        set("nextInquiryAt", leaseUntil))
                                .getMatchedCount()
                        == 1)
                .toList();
    }

    /** What the banks' final words come to, over all runs. */
    public record FinalWords(Fen paid, Fen returned) {}

    public FinalWords finalWords() {
        Document sums = batches.withDocumentClass(Document.class)
                .aggregate(List.of(Aggregates.group(
                        null,
                        Accumulators.sum("paid", "$paidAmount"),
                        Accumulators.sum("returned", "$returnedAmount"))))
                .first();
        return sums == null
                ? new FinalWords(Fen.ZERO, Fen.ZERO)
                : new FinalWords(Fen.of(Sums.number(sums, "paid")), Fen.of(Sums.number(sums, "returned")));
    }

    /** How many batches of a run stand where. */
    public Map<BatchStatus, Long> countByStatus(String run) {
        return ofRun(run, null, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(Batch::status, Collectors.counting()));
    }
}
