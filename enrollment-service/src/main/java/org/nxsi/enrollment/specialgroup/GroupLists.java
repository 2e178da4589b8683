package org.nxsi.enrollment.specialgroup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** Shared lists with their chunks; every step is one conditional update. */
@Repository
class GroupLists {

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<GroupList> lists;
    private final MongoCollection<GroupListChunk> chunks;
    private final OutboxRelay relay;

    GroupLists(MongoDatabase database, OutboxRelay relay) {
        this.lists = database.getCollection("special_group_lists", GroupList.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.chunks = database.getCollection("special_group_chunks", GroupListChunk.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        lists.createIndex(Indexes.ascending("openSince"), new IndexOptions().sparse(true));
        relay.watch(chunks);
    }

    Optional<GroupList> find(String id) {
        return Optional.ofNullable(lists.find(eq("_id", id)).first());
    }

    /**
     * Takes in a list: its chunks first, then the list. What a repetition finds there stays.
     *
     * @throws ProblemException 422 {@code idempotency-key-reused} if the command came before with another list
     */
    GroupList take(GroupList wanted, List<GroupListChunk> all) {
        GroupList before = find(wanted.id()).orElse(null);
        if (before == null) {
            MissingDocuments.insert(chunks, all);
            MissingDocuments.insert(lists, List.of(wanted));
            before = find(wanted.id()).orElseThrow();
        }
        if (!before.digest().equals(wanted.digest())) {
            throw Problem.of(422, "idempotency-key-reused", "this key came before with another list")
                    .at("Idempotency-Key")
                    .exception();
        }
        return before;
    }

    /** All chunks of a list, in order. */
    List<GroupListChunk> chunks(GroupList list) {
        return chunks.find(in(
                        "_id",
                        IntStream.rangeClosed(1, list.chunks())
                                .mapToObj(list::chunk)
                                .toList()))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** A second person confirms it; nothing if somebody has already. */
    GroupList confirm(GroupList list, String by, LocalDate on, Instant now) {
        lists.updateOne(
                and(eq("_id", list.id()), eq("confirmedBy", null)),
                combine(set("confirmedBy", by), set("confirmedOn", on), set("openSince", now)));
        return Objects.requireNonNull(find(list.id()).orElse(null), list.id());
    }

    /** A chunk is carried out; a second time changes nothing. */
    void done(GroupListChunk chunk, List<Outcome> outcomes, @Nullable OutboxEvent event) {
        List<Bson> changes = new ArrayList<>(List.of(set("done", true), set("outcomes", outcomes)));
        if (event != null) {
            changes.add(Outbox.append(event));
        }
        chunks.updateOne(and(eq("_id", chunk.id()), eq("done", false)), combine(changes));
        relay.publish(chunks, chunk.id());
    }

    void finish(GroupList list) {
        lists.updateOne(and(eq("_id", list.id()), exists("openSince")), unset("openSince"));
    }

    /** Confirmed before, and not finished. */
    List<GroupList> unfinished(Instant before, int limit) {
        return lists.find(lt("openSince", before)).limit(limit).into(new ArrayList<>());
    }
}
