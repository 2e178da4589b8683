package org.nxsi.enrollment.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Repository;

/** The runs and their chunks; every step is one conditional update. */
@Repository
class InterestRuns {

    private static final FindOneAndUpdateOptions AFTERWARDS =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(Sorts.ascending("_id"));

    private final MongoCollection<InterestRun> runs;
    private final MongoCollection<Document> chunks;
    private final OutboxRelay relay;

    InterestRuns(MongoDatabase database, OutboxRelay relay) {
        this.runs = database.getCollection("account_interest_runs", InterestRun.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.chunks = database.getCollection("account_interest_chunks");
        this.relay = relay;
        relay.watch(chunks);
    }

    @Nullable
    InterestRun byId(String id) {
        return runs.find(eq("_id", id)).first();
    }

    /** The last one of a scheme and year; null if there is none. */
    @Nullable
    InterestRun latest(Scheme scheme, int year) {
        return runs.find(
                        and(gt("_id", InterestRun.id(scheme, year, 0)), lt("_id", InterestRun.id(scheme, year + 1, 0))))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
    }

    /** @return false if another took the number */
    boolean add(InterestRun run) {
        return MissingDocuments.insert(runs, List.of(run)).isEmpty();
    }

    @Nullable
    InterestRun confirm(InterestRun run, String by) {
        return runs.findOneAndUpdate(
                and(eq("_id", run.id()), eq("state", InterestRun.State.ORDERED)),
                combine(set("state", InterestRun.State.RUNNING), set("confirmedBy", by)),
                AFTERWARDS);
    }

    /** A run that nobody works on; null if there is none. */
    @Nullable
    InterestRun lease(String worker, Duration lease) {
        Instant now = Instant.now();
        return runs.findOneAndUpdate(
                and(eq("state", InterestRun.State.RUNNING), or(exists("leasedUntil", false), lt("leasedUntil", now))),
                combine(set("leasedBy", worker), set("leasedUntil", now.plus(lease))),
                AFTERWARDS);
    }

    /** A chunk is booked: told once, whoever did it. */
    void chunkDone(String id, InterestRun run, long accounts, Fen amount, @Nullable OutboxEvent event) {
        Document chunk = new Document("_id", id)
                .append("run", run.id())
                .append("accounts", accounts)
                .append("amount", amount.amount_fen());
        try {
            chunks.insertOne(event == null ? chunk : Outbox.withEvents(chunk, List.of(event)));
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        relay.publish(chunks, id);
    }

    /** @return null if somebody else has it */
    @Nullable
    InterestRun advance(InterestRun run, String cursor, String worker, Duration lease) {
        return step(
                run,
                worker,
                combine(
                        set("cursor", cursor),
                        set("chunks", run.chunks() + 1),
                        set("leasedUntil", Instant.now().plus(lease))));
    }

    void finish(InterestRun run, String worker) {
        step(
                run,
                worker,
                combine(
                        set("state", InterestRun.State.DONE),
                        set("finishedAt", Instant.now()),
                        unset("leasedBy"),
                        unset("leasedUntil")));
    }

    void release(InterestRun run, String worker) {
        runs.updateOne(
                and(eq("_id", run.id()), eq("leasedBy", worker)), combine(unset("leasedBy"), unset("leasedUntil")));
    }

    /**
     * What a run has booked so far, summed from its chunks.
     *
     * @param accounts that got interest
     */
    record Booked(long accounts, Fen amount) {}

    Booked booked(InterestRun run) {
        Document sum = chunks.aggregate(List.of(
                        Aggregates.match(and(gt("_id", run.id() + "|"), lt("_id", run.id() + "}"))),
                        Aggregates.group(
                                null,
                                Accumulators.sum("accounts", "$accounts"),
                                Accumulators.sum("amount", "$amount"))))
                .first();
        return sum == null
                ? new Booked(0, Fen.ZERO)
                : new Booked(Sums.number(sum, "accounts"), Fen.of(Sums.number(sum, "amount")));
    }

    private @Nullable InterestRun step(InterestRun run, String worker, Bson change) {
        return runs.findOneAndUpdate(
                and(
                        eq("_id", run.id()),
                        eq("state", InterestRun.State.RUNNING),
                        eq("leasedBy", worker),
                        eq("chunks", run.chunks())),
                change,
                AFTERWARDS);
    }
}
