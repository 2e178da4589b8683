package org.nxsi.enrollment.transfer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** The transfers, one document each; every step is one conditional update with its facts. */
@Repository
class TransferFiles {

    private static final int ATTEMPTS = 5;
    private static final int MOST_OF_PERSON = 200;
    private static final String TODO_SINCE = "todoSince";

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil", TODO_SINCE);

    private final MongoCollection<TransferDocument> transfers;
    private final TransferEvents events;
    private final OutboxRelay relay;

    TransferFiles(MongoDatabase database, TransferEvents events, OutboxRelay relay) {
        this.transfers = database.getCollection("transfers", TransferDocument.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.events = events;
        this.relay = relay;
        transfers.createIndex(Indexes.ascending("transfer.file.number"));
        transfers.createIndex(Indexes.ascending("transfer.area", "_id"));
        transfers.createIndex(Indexes.ascending("transfer.progress.dueOn"), new IndexOptions().sparse(true));
        transfers.createIndex(Indexes.ascending(TODO_SINCE), new IndexOptions().sparse(true));
        relay.watch(transfers);
    }

    /**
     * Which transfers are wanted.
     *
     * @param area with all areas below it
     * @param state null for any
     * @param dueBefore only those whose part of the way was due before; null for any
     */
    record Wanted(
            AreaCode area,
            @Nullable TransferState state,
            @Nullable LocalDate dueBefore) {}

    /** All of a person under any of these ids, oldest first. */
    List<Transfer> ofPersons(Collection<PersonId> ids) {
        List<Bson> each = ids.stream()
                .map(id -> and(gte("_id", id + "|"), lt("_id", id + "}")))
                .toList();
        return found(or(each), MOST_OF_PERSON);
    }

    @Nullable
    Transfer byNumber(String number) {
        List<Transfer> found = found(eq("transfer.file.number", number), 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    List<Transfer> page(Wanted wanted, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(in(
                "transfer.area",
                AreaCode.all().stream()
                        .filter(wanted.area()::contains)
                        .map(AreaCode::code)
                        .toList()));
        if (wanted.state() != null) {
            filters.add(eq("transfer.progress.state", wanted.state().name()));
        }
        if (wanted.dueBefore() != null) {
            filters.add(lt("transfer.progress.dueOn", wanted.dueBefore().toString()));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return found(and(filters), limit);
    }

    /** With something left to do elsewhere since before a moment: whoever began it did not come to the end. */
    List<Transfer> left(Instant before, int limit) {
        return found(lt(TODO_SINCE, Date.from(before)), limit);
    }

    /** @return false if there is one of this id */
    boolean add(Transfer first) {
        try {
            boolean added = transfers
                            .updateOne(
                                    and(eq("_id", first.id()), exists("transfer", false)),
                                    combine(set("transfer", first), Outbox.append(events.of(null, first))),
                                    new UpdateOptions().upsert(true))
                            .getUpsertedId()
                    != null;
            relay.publish(transfers, first.id());
            return added;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return false;
        }
    }

    /**
     * One step: decided on what stands, written if that still stands, else decided anew.
     *
     * @param decide gives the transfer after the step, the same for nothing, or throws
     */
    Transfer change(String id, UnaryOperator<Transfer> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Transfer before = require(id);
            Transfer after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            Transfer next = after.nextVersion();
            if (write(before, next)) {
                return next;
            }
        }
        throw Problem.of(503, "transfer-busy", "others keep changing this transfer: try again")
                .exception();
    }

    private boolean write(Transfer before, Transfer next) {
        List<OutboxEvent> facts = events.of(before, next);
        Bson change =
                combine(set("transfer", next), next.todo() == null ? unset(TODO_SINCE) : set(TODO_SINCE, new Date()));
        Bson standing = and(eq("_id", next.id()), eq("transfer.version", before.version()));
        if (facts.isEmpty()) {
            return transfers.updateOne(standing, change).getMatchedCount() == 1;
        }
        boolean written = transfers
                        .updateOne(
                                and(standing, Outbox.hasRoomFor(facts.size())), combine(change, Outbox.append(facts)))
                        .getMatchedCount()
                == 1;
        if (written) {
            relay.publish(transfers, next.id());
        }
        return written;
    }

    private Transfer require(String id) {
        List<Transfer> found = found(eq("_id", id), 1);
        if (found.isEmpty()) {
            throw unknown();
        }
        return found.getFirst();
    }

    static ProblemException unknown() {
        return Problem.notFound("transfer-unknown", "no transfer of this number")
                .exception();
    }

    private List<Transfer> found(Bson filter, int limit) {
        return transfers
                .find(filter)
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .map(TransferDocument::transfer)
                .toList();
    }
}
