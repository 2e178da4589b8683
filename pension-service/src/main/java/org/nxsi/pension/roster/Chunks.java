package org.nxsi.pension.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Component;

/** The chunks of imports, found by their ids alone, and beside them the rows that are still to be applied. */
@Component
class Chunks {

    /** Work for whichever instance is free; its subject is the chunk. */
    static final String READY = "pension.roster-chunk-ready";

    private static final int AT_ONCE = 100;
    private static final Bson FIGURES = Projections.exclude("bad", "outbox");

    private final MongoCollection<Chunk> chunks;
    private final MongoCollection<RowsOfChunk> rows;
    private final OutboxRelay relay;

    Chunks(MongoDatabase database, OutboxRelay relay) {
        this.chunks = database.getCollection("roster_chunks", Chunk.class);
        this.rows = database.getCollection("roster_rows", RowsOfChunk.class);
        this.relay = relay;
        relay.watch(chunks);
    }

    /** Stores some chunks of an upload. Nothing works on them yet. */
    void store(List<Chunk> some, List<RowsOfChunk> theirRows) {
        if (!theirRows.isEmpty()) {
            rows.insertMany(theirRows);
        }
        if (!some.isEmpty()) {
            chunks.insertMany(some);
        }
    }

    /** Sends the chunks of a complete upload to work, each once, however often it is called. */
    void release(String roster, int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            List<String> ids = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(number -> Chunk.idOf(roster, number))
                    .toList();
            chunks.bulkWrite(ids.stream().map(Chunks::release).toList(), new BulkWriteOptions().ordered(false));
            relay.publish(chunks, ids);
        }
    }

    private static WriteModel<Chunk> release(String id) {
        OutboxEvent work = new OutboxEvent(READY + "/" + id, Topics.WORK, id, READY, id, 1, Instant.now(), "{}");
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("released", false), eq("done", false)),
                combine(set("released", true), Outbox.append(work)));
    }

    @Nullable
    Chunk byId(String id) {
        return chunks.find(eq("_id", id)).projection(FIGURES).first();
    }

    @Nullable
    RowsOfChunk rowsOf(String id) {
        return rows.find(eq("_id", id)).first();
    }

    /** Closes a chunk with what came of it; a second time changes nothing. */
    void close(Chunk applied, List<OutboxEvent> facts) {
        Bson result = combine(
                set("done", true),
                set("created", applied.created()),
                set("updated", applied.updated()),
                set("unchanged", applied.unchanged()));
        Bson change = facts.isEmpty() ? result : combine(result, Outbox.append(facts));
        chunks.updateOne(and(eq("_id", applied.id()), eq("done", false)), change);
        relay.publish(chunks, applied.id());
        rows.deleteOne(eq("_id", applied.id()));
    }

    RosterImport.Totals totals(String roster) {
        RosterImport.Totals totals = RosterImport.Totals.NONE;
        for (Chunk chunk : chunks.find(of(roster)).projection(FIGURES)) {
            totals = totals.plus(chunk);
        }
        return totals;
    }

    /**
     * Chunks with bad rows, in the order of the file.
     *
     * @param from number of the first chunk to look at
     */
    Iterable<Chunk> withBadRows(String roster, int from) {
        return chunks.find(and(gte("_id", Chunk.idOf(roster, from)), lt("_id", Chunk.endOf(roster)), gt("badRows", 0)))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .batchSize(10);
    }

    /** Removes all that an upload has left. */
    void remove(String roster) {
        chunks.deleteMany(of(roster));
        rows.deleteMany(of(roster));
    }

    private static Bson of(String roster) {
        return and(gte("_id", Chunk.firstIdOf(roster)), lt("_id", Chunk.endOf(roster)));
    }
}
