package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
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
        batches.createIndex(Indexes.ascending("bookedOn"));
        batches.createIndex(Indexes.ascending("waitingSince"), new IndexOptions().sparse(true));
        batches.createIndex(Indexes.ascending("escalation.since"), new IndexOptions().sparse(true));
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

    /** A bank's batches of which something was booked on a day, as far as we know. */
    public List<Batch> bookedOn(String bank, LocalDate day) {
        return batches.find(and(eq("bookedOn", day), eq("bank", bank)))
                .projection(Projections.exclude("outbox"))
                .into(new ArrayList<>());
    }

    /** The first day, not before the given one, on which we know of something booked at a bank. */
    public @Nullable LocalDate firstBookedSince(String bank, LocalDate earliest) {
        LocalDate first = null;
        for (Batch batch : batches.find(and(gte("bookedOn", earliest), eq("bank", bank)))
                .projection(Projections.exclude("outbox"))) {
            for (LocalDate day : batch.bookedOn()) {
                first = !day.isBefore(earliest) && (first == null || day.isBefore(first)) ? day : first;
            }
        }
        return first;
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

    /**
     * Stops payments, or lifts stops, if the stops still are as they were seen and no order is being made.
     *
     * @param where states that allow it
     * @return the batch afterwards; null if it has moved on meanwhile
     */
    public @Nullable Batch changeStops(Batch seen, List<Batch.Stop> stops, List<BatchStatus> where) {
        List<Batch.Stop> holding = stops.stream().filter(Batch.Stop::holds).toList();
        return batches.findOneAndUpdate(
                and(
                        eq("_id", seen.id()),
                        in("status", where),
                        eq("sealed", false),
                        eq("stopVersion", seen.stopVersion())),
                combine(
                        set("stops", stops),
                        set("stopVersion", seen.stopVersion() + 1),
                        set("withheld", holding.size()),
                        set(
                                "withheldAmount",
                                holding.stream().map(Batch.Stop::amount).reduce(Fen.ZERO, Fen::plus))),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(Projections.exclude("outbox")));
    }

    /** A run's batches from which somebody was stopped, in the order of their ids. */
    public List<Batch> stopped(String run, @Nullable String afterId, int limit) {
        Bson stopped = and(eq("run", run), gt("stopVersion", 0));
        return batches.find(afterId == null ? stopped : and(stopped, gt("_id", afterId)))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
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
                unset("waitingSince"),
                unset("escalation"),
                unset("notReceivedBy"),
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

    /**
     * Takes up to so many batches that are due, of each bank no more than it has room for; nobody else takes them before
     * the lease runs out.
     */
    List<Batch> leaseDue(Instant now, Instant leaseUntil, Map<String, Integer> room, int most) {
        List<Batch> due = batches.find(and(lte("nextInquiryAt", now), in("bank", room.keySet())))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("nextInquiryAt"))
                .limit(most)
                .into(new ArrayList<>());
        Map<String, Integer> left = new HashMap<>(room);
        return due.stream()
                .filter(batch -> left.merge(batch.bank(), -1, Integer::sum) >= 0)
                .filter(batch -> batches.updateOne(
                                        and(eq("_id", batch.id()), eq("nextInquiryAt", batch.nextInquiryAt())),
                                        set("nextInquiryAt", leaseUntil))
                                .getMatchedCount()
                        == 1)
                .toList();
    }

    /** A bank answers again: whatever waits for it is due now. @return how many batches */
    long hurry(String bank, Instant now) {
        return batches.updateMany(
                        and(eq("bank", bank), in("status", BatchStatus.UNDER_WAY), gt("nextInquiryAt", now)),
                        set("nextInquiryAt", now))
                .getModifiedCount();
    }

    /** An instance begins: what another one had taken up and not sent before it died is due now. */
    void hurryReleased(Instant now) {
        batches.updateMany(
                and(eq("status", BatchStatus.RELEASED), gt("nextInquiryAt", now)), set("nextInquiryAt", now));
    }

    /** The bank was not called: the batch stays as it is, and is due again at a time. */
    void postpone(Batch batch, Instant until) {
        batches.updateOne(
                and(eq("_id", batch.id()), eq("attempt", batch.attempt()), in("status", BatchStatus.UNDER_WAY)),
                combine(set("nextInquiryAt", until), min("waitingSince", Instant.now())));
    }

    /** Makes somebody ask the bank about a batch now, also about one that is settled: it may have come back since. */
    public void askAgain(String id) {
        batches.updateOne(
                and(
                        eq("_id", id),
                        in("status", BatchStatus.SENDING, BatchStatus.SENT, BatchStatus.UNKNOWN, BatchStatus.SETTLED)),
                set("nextInquiryAt", Instant.now()));
    }

    /** Two people have found that the bank never got the message: it goes again, the same, as soon as possible. */
    void notReceived(Batch batch, String messageId, String resolution) {
        batches.updateOne(
                and(
                        eq("_id", batch.id()),
                        eq("messageId", messageId),
                        in("status", BatchStatus.SENDING, BatchStatus.SENT, BatchStatus.UNKNOWN)),
                combine(set("notReceivedBy", resolution), set("nextInquiryAt", Instant.now())));
    }

    /** A settled batch was asked about once more. @param again when to ask again; null for never */
    void askedOnceMore(Batch batch, @Nullable Instant again) {
        batches.updateOne(
                and(eq("_id", batch.id()), eq("status", BatchStatus.SETTLED)),
                again == null ? unset("nextInquiryAt") : set("nextInquiryAt", again));
    }

    /** Batches that have been waiting since before a time and that people do not know of yet. */
    List<Batch> waitingSince(Instant before, int most) {
        return batches.find(and(
                        lte("waitingSince", before),
                        exists("escalation", false),
                        in("status", BatchStatus.RELEASED, BatchStatus.SENDING, BatchStatus.SENT, BatchStatus.UNKNOWN)))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("waitingSince"))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** @return whether the batch came on the list of people by this */
    boolean escalate(Batch seen, Escalation escalation, OutboxEvent event) {
        boolean escalated = batches.updateOne(
                                and(
                                        eq("_id", seen.id()),
                                        eq("status", seen.status()),
                                        eq("waitingSince", seen.waitingSince()),
                                        exists("escalation", false),
                                        Outbox.hasRoomFor(1)),
                                combine(set("escalation", escalation), Outbox.append(event)))
                        .getMatchedCount()
                == 1;
        if (escalated) {
            relay.publish(batches, seen.id());
        }
        return escalated;
    }

    /** The list of people, in the order of the batches' ids. */
    List<Batch> escalated(@Nullable String afterId, int limit) {
        Bson listed = exists("escalation.since");
        return batches.find(afterId == null ? listed : and(listed, gt("_id", afterId)))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * Batches of one bank that stand at one point of their way.
     *
     * @param oldest since when the longest waiting one waits
     * @param next when the next one is due
     */
    record AtBank(
            String bank,
            BatchStatus status,
            long count,
            @Nullable Instant oldest,
            @Nullable Instant next) {}

    /** Where the banks' batches stand that are released and not settled, over all runs. */
    List<AtBank> underWayByBank() {
        List<AtBank> groups = new ArrayList<>();
        batches.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(in("status", BatchStatus.UNDER_WAY)),
                        Aggregates.group(
                                new Document("bank", "$bank").append("status", "$status"),
                                Accumulators.sum("count", 1L),
                                Accumulators.min("oldest", "$waitingSince"),
                                Accumulators.min("next", "$nextInquiryAt"))))
                .forEach(group -> {
                    Document key = group.get("_id", Document.class);
                    groups.add(new AtBank(
                            key.getString("bank"),
                            BatchStatus.valueOf(key.getString("status")),
                            Sums.number(group, "count"),
                            instant(group, "oldest"),
                            instant(group, "next")));
                });
        return groups;
    }

    private static @Nullable Instant instant(Document group, String field) {
        Date at = group.getDate(field);
        return at == null ? null : at.toInstant();
    }

    /**
     * What the banks' final words come to in one fund, over all runs.
     *
     * @param first paid and returned of first payments
     * @param reissued paid and returned of re-issues
     * @param returned of both
     */
    public record FinalWords(Fen first, Fen reissued, Fen returned) {

        static final FinalWords NONE = new FinalWords(Fen.ZERO, Fen.ZERO, Fen.ZERO);

        FinalWords plus(boolean reissue, Fen paidOnes, Fen returnedOnes) {
            Fen all = paidOnes.plus(returnedOnes);
            return new FinalWords(
                    reissue ? first : first.plus(all),
                    reissue ? reissued.plus(all) : reissued,
                    returned.plus(returnedOnes));
        }
    }

    public Map<Scheme, FinalWords> finalWords() {
        Map<Scheme, FinalWords> byFund = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            byFund.put(scheme, FinalWords.NONE);
        }
        batches.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.unwind("$byFund"),
                        Aggregates.group(
                                new Document("scheme", "$byFund.scheme").append("reissue", "$reissue"),
                                Accumulators.sum("paid", "$byFund.paid"),
                                Accumulators.sum("returned", "$byFund.returned"))))
                .forEach(group -> {
                    Document key = group.get("_id", Document.class);
                    byFund.computeIfPresent(
                            Scheme.valueOf(key.getString("scheme")),
                            (scheme, words) -> words.plus(
                                    key.getBoolean("reissue"),
                                    Fen.of(Sums.number(group, "paid")),
                                    Fen.of(Sums.number(group, "returned"))));
                });
        return byFund;
    }

    /** How many batches of a run stand where. */
    public Map<BatchStatus, Long> countByStatus(String run) {
        Map<BatchStatus, Long> counts = new EnumMap<>(BatchStatus.class);
        batches.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(eq("run", run)), Aggregates.group("$status", Accumulators.sum("count", 1L))))
                .forEach(group -> counts.put(BatchStatus.valueOf(group.getString("_id")), Sums.number(group, "count")));
        return counts;
    }
}
