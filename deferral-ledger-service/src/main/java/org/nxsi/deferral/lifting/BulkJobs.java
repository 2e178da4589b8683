package org.nxsi.deferral.lifting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;

/** Jobs of one kind with their chunks; every step is one conditional update. */
class BulkJobs {

    private static final FindOneAndUpdateOptions AFTERWARDS =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(Sorts.ascending("_id"));

    private final MongoCollection<BulkJob> jobs;
    private final MongoCollection<BulkChunk> chunks;
    private final OutboxRelay relay;

    /** @param name of what they do: {@code lifting} */
    BulkJobs(MongoDatabase database, OutboxRelay relay, String jobs, String chunks) {
        this.jobs = database.getCollection(jobs, BulkJob.class);
        this.chunks = database.getCollection(chunks, BulkChunk.class);
        this.relay = relay;
        this.jobs.createIndex(Indexes.ascending("of", "record"));
        relay.watch(this.chunks);
    }

    @Nullable
    BulkJob byId(String id) {
        return jobs.find(eq("_id", id)).first();
    }

    /** The job of the latest record; null if there is none. */
    @Nullable
    BulkJob latestOf(String of) {
        return jobs.find(eq("of", of)).sort(Sorts.descending("record")).limit(1).first();
    }

    /** Adds a job unless it is there. */
    void add(BulkJob job) {
        MissingDocuments.insert(jobs, List.of(job));
    }

    /** What was done, or could not be done, goes on from the beginning: there is more to do. */
    void beginAgain(BulkJob job, long more) {
        jobs.updateOne(
                and(
                        eq("_id", job.id()),
                        in("state", List.of(BulkJob.State.DONE, BulkJob.State.REFUSED)),
                        eq("chunks", job.chunks())),
                combine(
                        set("state", BulkJob.State.RUNNING),
                        set("cursor", ""),
                        inc("total", more),
                        unset("refusal"),
                        unset("finishedAt")));
    }

    /** Jobs of earlier records have nothing to do any more. */
    void supersede(String of, int record) {
        jobs.updateMany(
                and(eq("of", of), lt("record", record), eq("state", BulkJob.State.RUNNING)),
                combine(set("state", BulkJob.State.SUPERSEDED), set("finishedAt", Instant.now())));
    }

    /** A job that nobody works on; null if there is none. */
    @Nullable
    BulkJob lease(String worker, Duration lease) {
        Instant now = Instant.now();
        return jobs.findOneAndUpdate(
                and(eq("state", BulkJob.State.RUNNING), or(exists("leasedUntil", false), lt("leasedUntil", now))),
                combine(set("leasedBy", worker), set("leasedUntil", now.plus(lease))),
                AFTERWARDS);
    }

    /** Whoever has it lets it go. */
    void release(BulkJob job, String worker) {
        jobs.updateOne(
                and(eq("_id", job.id()), eq("leasedBy", worker)), combine(unset("leasedBy"), unset("leasedUntil")));
    }

    @Nullable
    BulkChunk chunk(String id) {
        return chunks.find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    /** Of two plans the first one holds. */
    BulkChunk plan(BulkChunk chunk) {
        MissingDocuments.insert(chunks, List.of(chunk));
        return Objects.requireNonNull(chunk(chunk.id()), chunk.id());
    }

    /** A chunk is carried out; a second time changes nothing. @param event null if nothing has changed */
    BulkChunk done(BulkChunk chunk, int changed, @Nullable OutboxEvent event) {
        List<Bson> changes =
                new ArrayList<>(List.of(set("done", true), set("changed", changed), set("ids", List.of())));
        if (event != null) {
            changes.add(Outbox.append(event));
        }
        chunks.updateOne(and(eq("_id", chunk.id()), eq("done", false)), combine(changes));
        relay.publish(chunks, chunk.id());
        return Objects.requireNonNull(chunk(chunk.id()), chunk.id());
    }

    /** The job has come past a chunk. @return null if somebody else has it, or it was superseded */
    @Nullable
    BulkJob advance(BulkJob job, BulkChunk done, String worker, Duration lease) {
        return step(
                job,
                worker,
                combine(
                        set("cursor", done.last()),
                        set("chunks", job.chunks() + 1),
                        set("done", job.done() + done.changed()),
                        set("leasedUntil", Instant.now().plus(lease))));
    }

    @Nullable
    BulkJob rewind(BulkJob job, String worker) {
        return step(job, worker, set("cursor", ""));
    }

    void finish(BulkJob job, String worker) {
        step(
                job,
                worker,
                combine(
                        set("state", BulkJob.State.DONE),
                        set("finishedAt", Instant.now()),
                        unset("leasedBy"),
                        unset("leasedUntil")));
    }

    private @Nullable BulkJob step(BulkJob job, String worker, Bson change) {
        return jobs.findOneAndUpdate(
                and(
                        eq("_id", job.id()),
                        eq("state", BulkJob.State.RUNNING),
                        eq("leasedBy", worker),
                        eq("chunks", job.chunks())),
                change,
                AFTERWARDS);
    }
}
