package org.nxsi.pension.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.pension.roster.RosterImport.State;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.stereotype.Component;

/** The imports, each one document that moves on by conditional updates. There are a few dozen a year. */
@Component
class RosterImports {

    /** All of a file is here: its chunks may go to work. The subject is the import. */
    static final String RECEIVED = "pension.roster-received";

    private final MongoCollection<RosterImport> imports;
    private final OutboxRelay relay;
    private final Duration lease;

    RosterImports(MongoDatabase database, OutboxRelay relay, RosterSettings settings) {
        this.imports = database.getCollection("roster_imports", RosterImport.class);
        this.relay = relay;
        this.lease = settings.uploadLease();
        relay.watch(imports);
    }

    /** @return false if there is an import under this id already */
    boolean insert(String id, String attempt, String agency, String by) {
        Date now = new Date();
        try {
            imports.insertOne(new RosterImport(id, State.RECEIVING, attempt, agency, by, now, leaseEnd(), null, null));
            return true;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return false;
        }
    }

    @Nullable
    RosterImport byId(String id) {
        return imports.find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    /** Imports that have not come to an end, but for the one given. */
    List<RosterImport> underWay(String butFor) {
        return imports.find(and(ne("_id", butFor), in("state", State.RECEIVING, State.APPLYING)))
                .projection(Projections.exclude("outbox"))
                .into(new ArrayList<>());
    }

    /**
     * Whether some other roster was ever applied. Whom the very first one names has been paid elsewhere before: it says
     * nothing about when they claimed.
     */
    boolean hasDoneOtherThan(String id) {
        return imports.find(and(ne("_id", id), eq("state", State.DONE)))
                        .projection(Projections.exclude("outbox"))
                        .first()
                != null;
    }

    /** Takes over an upload that failed or fell silent. @return false if another was quicker */
    boolean takeOver(RosterImport seen, String attempt) {
        return change(
                and(eq("_id", seen.id()), eq("state", seen.state()), eq("attempt", seen.attempt())),
                combine(set("state", State.RECEIVING), set("attempt", attempt), set("leaseUntil", leaseEnd())));
    }

    /** @return false if the upload is not the one at work any more */
    boolean renew(String id, String attempt) {
        return change(receiving(id, attempt), set("leaseUntil", leaseEnd()));
    }

    /** All of the file is here. @return false if the upload is not the one at work any more */
    boolean received(String id, String attempt, RosterImport.Received received) {
        OutboxEvent work = new OutboxEvent(RECEIVED + "/" + id, Topics.WORK, id, RECEIVED, id, 1, Instant.now(), "{}");
        boolean moved = change(
                receiving(id, attempt),
                combine(set("state", State.APPLYING), set("received", received), Outbox.append(work)));
        relay.publish(imports, id);
        return moved;
    }

    /** @return false if the upload is not the one at work any more, or all of it has been received */
    boolean failed(String id, String attempt) {
        return change(receiving(id, attempt), set("state", State.FAILED));
    }

    /** Once every chunk is done. */
    void done(String id, RosterImport.Totals totals) {
        change(
                and(eq("_id", id), eq("state", State.APPLYING)),
                combine(set("state", State.DONE), set("totals", totals)));
    }

    /** Uploads that fell silent become failed ones: from here on they cannot go on. */
    void giveUpSilent() {
        imports.updateMany(and(eq("state", State.RECEIVING), lt("leaseUntil", new Date())), set("state", State.FAILED));
    }

    /** Uploads that fell silent become failed ones. @return all failed ones */
    List<RosterImport> failed() {
        giveUpSilent();
        return imports.find(eq("state", State.FAILED)).into(new ArrayList<>());
    }

    void forget(RosterImport failed) {
        imports.deleteOne(and(eq("_id", failed.id()), eq("state", State.FAILED), eq("attempt", failed.attempt())));
    }

    private boolean change(Bson expected, Bson change) {
        return imports.updateOne(expected, change).getMatchedCount() == 1;
    }

    private static Bson receiving(String id, String attempt) {
        return and(eq("_id", id), eq("state", State.RECEIVING), eq("attempt", attempt));
    }

    private Date leaseEnd() {
        return Date.from(Instant.now().plus(lease));
    }
}
