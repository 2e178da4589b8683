package org.nxsi.deferral.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Component;

/** Puts entries in the place of those they were folded from; whoever was quicker wins, and the other folds anew. */
@Component
class EntryWrites {

    private final MongoCollection<Entry> entries;
    private final OutboxRelay relay;

    EntryWrites(Entries entries, OutboxRelay relay) {
        this.entries = entries.collection();
        this.relay = relay;
    }

    /** @param before null for a new entry */
    record Change(@Nullable Entry before, Entry after) {}

    /** @return false if any of them met another writer; the others are written all the same */
    boolean write(List<Change> changes) {
        List<WriteModel<Entry>> writes = new ArrayList<>(changes.size());
        for (Change each : changes) {
            writes.add(
                    each.before() == null
                            ? new InsertOneModel<>(each.after())
                            : new UpdateOneModel<>(standsAs(each.before()), combine(fields(each.after()))));
        }
        try {
            var result = entries.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException partly) {
            boolean onlyDuplicates = partly.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (partly.getWriteConcernError() != null || !onlyDuplicates) {
                throw partly;
            }
            return false;
        }
    }

    /** One entry with the event of its change, in one write. @return false if it met another writer */
    boolean write(Change change, @Nullable OutboxEvent event) {
        List<Bson> changes = new ArrayList<>(fields(change.after()));
        List<Bson> filters = new ArrayList<>(List.of(
                change.before() == null
                        ? and(eq("_id", change.after().id()), exists("version", false))
                        : standsAs(change.before())));
        if (event != null) {
            changes.add(Outbox.append(event));
            if (change.before() != null) {
                filters.add(Outbox.hasRoomFor(1));
            }
        }
        boolean written = update(and(filters), combine(changes), change.before() == null);
        if (written && event != null) {
            relay.publish(entries, change.after().id());
        }
        return written;
    }

    private boolean update(Bson filter, Bson changes, boolean isNew) {
        try {
            var result = entries.updateOne(filter, changes, new UpdateOptions().upsert(isNew));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return false;
        }
    }

    private static Bson standsAs(Entry before) {
        return and(eq("_id", before.id()), eq("version", before.version()));
    }

    private static List<Bson> fields(Entry after) {
        List<Bson> fields = new ArrayList<>();
        fields.add(set("subjectKind", after.subjectKind()));
        fields.add(set("subjectId", after.subjectId()));
        fields.add(set("kind", after.kind()));
        fields.add(set("month", after.month()));
        fields.add(set("state", after.state()));
        fields.add(set("area", after.area()));
        fields.add(set("schemes", after.schemes()));
        fields.add(given("dueDate", after.dueDate()));
        fields.add(given("amount", after.amount()));
        fields.add(set("madeUp", after.madeUp()));
        fields.add(given("period", after.period()));
        fields.add(given("openedOn", after.openedOn()));
        fields.add(given("openedAt", after.openedAt()));
        fields.add(given("week", after.week()));
        fields.add(given("channel", after.channel()));
        fields.add(given("reason", after.reason()));
        fields.add(given("deadline", after.deadline()));
        fields.add(given("reckoned", after.reckoned()));
        fields.add(given("deadlineClause", after.deadlineClause()));
        fields.add(set("deadlineRecord", after.deadlineRecord()));
        fields.add(given("expiresAfter", after.expiresAfter()));
        fields.add(given("madeUpOn", after.madeUpOn()));
        fields.add(given("inTime", after.inTime()));
        fields.add(set("normalRules", after.normalRules()));
        fields.add(set("postings", after.postings()));
        fields.add(given("proposal", after.proposal()));
        fields.add(set("version", after.version()));
        return fields;
    }

    /** What is not there has no field, as in a new document. */
    static Bson given(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }
}
