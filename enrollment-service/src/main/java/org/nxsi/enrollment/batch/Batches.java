package org.nxsi.enrollment.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** The batches of one kind with their chunks; every step is one conditional update. */
public final class Batches<C extends BatchChunk> {

    private static final Bson WITHOUT_OUTBOX =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");
    private static final FindOneAndUpdateOptions OLDEST =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(Sorts.ascending("openSince"));

    private final MongoCollection<Batch> batches;
    private final MongoCollection<C> chunks;
    private final OutboxRelay relay;

    /**
     * The batches in two collections.
     *
     * @param name such as {@code relation}: {@code relation_batches}, {@code relation_chunks}
     */
    public Batches(MongoDatabase database, OutboxRelay relay, String name, Class<C> chunk) {
        this.batches =
                database.getCollection(name + "_batches", Batch.class).withCodecRegistry(EnrollmentCodecs.registry());
        this.chunks = database.getCollection(name + "_chunks", chunk).withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        this.batches.createIndex(Indexes.ascending("openSince"), new IndexOptions().sparse(true));
        relay.watch(chunks);
    }

    /**
     * Takes in a list: its chunks first, then the batch. What a repetition finds there stays.
     *
     * @return the batch as it stands
     * @throws ProblemException 422 {@code idempotency-key-reused} if the command came before with another list
     */
    Batch take(Batch wanted, List<C> all) {
        Batch before = find(wanted.id());
        if (before == null) {
            MissingDocuments.insert(chunks, all);
            MissingDocuments.insert(batches, List.of(wanted));
            before = Objects.requireNonNull(find(wanted.id()), wanted.id());
        }
        if (!before.digest().equals(wanted.digest())) {
            throw Problem.of(422, "idempotency-key-reused", "this key came before with another body")
                    .at("Idempotency-Key")
                    .exception();
        }
        return before;
    }

    /** Null if there is none. */
    public @Nullable Batch find(String id) {
        return batches.find(eq("_id", id)).first();
    }

    /** All chunks of a batch, in order. */
    public List<C> chunks(Batch batch) {
        return chunks.find(in(
                        "_id",
                        IntStream.rangeClosed(1, batch.chunks())
                                .mapToObj(batch::chunk)
                                .toList()))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** One chunk, from 1. */
    C chunk(Batch batch, int number) {
        String id = batch.chunk(number);
        return Objects.requireNonNull(
                chunks.find(eq("_id", id)).projection(WITHOUT_OUTBOX).first(), id);
    }

    /** The oldest that is not done and that nobody works on; null if there is none. */
    @Nullable
    Batch lease(String worker, Duration lease) {
        Instant now = Instant.now();
        return batches.findOneAndUpdate(
                and(exists("openSince"), or(exists("leasedUntil", false), lt("leasedUntil", now))),
                combine(set("leasedBy", worker), set("leasedUntil", now.plus(lease))),
                OLDEST);
    }

    void renew(Batch batch, String worker, Duration lease) {
        batches.updateOne(
                and(eq("_id", batch.id()), eq("leasedBy", worker)),
                set("leasedUntil", Instant.now().plus(lease)));
    }

    /** A chunk is carried out; a second time changes nothing. */
    void done(C chunk, ChunkWork.Done done) {
        List<Bson> changes = new ArrayList<>(List.of(set("done", true), set("outcomes", done.outcomes())));
        if (!done.events().isEmpty()) {
            changes.add(Outbox.append(done.events()));
        }
        chunks.updateOne(and(eq("_id", chunk.id()), eq("done", false)), combine(changes));
        relay.publish(chunks, chunk.id());
    }

    /** All chunks are done: the totals are sums over them. */
    Batch finish(Batch batch) {
        int done = 0;
        int alreadySo = 0;
        int refused = 0;
        for (C chunk : chunks(batch)) {
            for (Outcome each : chunk.outcomes()) {
                switch (each.result()) {
                    case DONE -> done++;
                    case ALREADY_SO -> alreadySo++;
                    case REFUSED -> refused++;
                }
            }
        }
        batches.updateOne(
                and(eq("_id", batch.id()), exists("openSince")),
                combine(
                        set("done", done),
                        set("alreadySo", alreadySo),
                        set("refused", refused),
                        unset("openSince"),
                        unset("leasedBy"),
                        unset("leasedUntil")));
        return Objects.requireNonNull(find(batch.id()), batch.id());
    }
}
