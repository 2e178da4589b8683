package org.nxsi.pension.difference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** The differences in the store; every step is one conditional update. */
@Component
public class Differences {

    /** Steps kept of one difference; people who go on and on are stopped here. */
    static final int HISTORY = 40;

    private static final List<Difference.State> UNSETTLED = List.of(Difference.State.OPEN, Difference.State.PROPOSED);
    private static final int BULK = 1_000;
    private static final String REPORT = "report ";

    private final MongoCollection<Difference> differences;
    private final OutboxRelay relay;

    Differences(MongoDatabase database, OutboxRelay relay) {
        this.differences = database.getCollection("differences", Difference.class);
        this.relay = relay;
        differences.createIndex(Indexes.ascending("run", "state"));
        differences.createIndex(Indexes.ascending("scopes"));
        relay.watch(differences);
    }

    /** Notes what a report says differently; a statement alone does not take its word back. */
    public void ofReport(String report, List<Finding> found) {
        add(REPORT + report, found);
    }

    /** Notes what a look has found; what is known already stays as it is, and comes back if it had been cleared. */
    public void add(String scope, List<Finding> found) {
        List<Difference> known = MissingDocuments.insert(
                differences,
                found.stream().map(each -> Difference.of(each, scope)).toList());
        List<WriteModel<Difference>> writes = new ArrayList<>();
        for (Difference each : known) {
            writes.add(new UpdateOneModel<>(
                    and(
                            eq("_id", each.id()),
                            eq("state", Difference.State.CLEARED),
                            exists("clearedOn", false),
                            roomForSteps()),
                    combine(
                            set("state", Difference.State.OPEN),
                            push("history", step("found again", scope, null, null)))));
            writes.add(new UpdateOneModel<>(eq("_id", each.id()), addToSet("scopes", scope)));
        }
        for (int from = 0; from < writes.size(); from += BULK) {
            differences.bulkWrite(
                    writes.subList(from, Math.min(writes.size(), from + BULK)), new BulkWriteOptions().ordered(true));
        }
    }

    /**
     * The same, for a look at the statements of all of a run at a bank: whatever statements had shown of it and do not show
     * now is cleared.
     */
    public void seenOfRun(String scope, List<Finding> found, String run, String bank) {
        seen(scope, found, and(eq("run", run), eq("bank", bank)));
    }

    /** The same, for a look at the statements of a whole day of a bank. */
    public void seenOfDay(String scope, List<Finding> found, String bank, LocalDate day) {
        seen(scope, found, and(eq("day", day), eq("bank", bank)));
    }

    private void seen(String scope, List<Finding> found, Bson covered) {
        add(scope, found);
        Set<String> now = new HashSet<>();
        found.forEach(each -> now.add(each.id()));
        List<String> gone = new ArrayList<>();
        differences
                .find(and(in("state", UNSETTLED), or(eq("scopes", scope), covered)))
                .projection(Projections.exclude("outbox"))
                .forEach(each -> {
                    boolean isOfReport = each.scopes().stream().anyMatch(one -> one.startsWith(REPORT));
                    if (!now.contains(each.id())
                            && (!isOfReport || each.scopes().contains(scope))) {
                        gone.add(each.id());
                    }
                });
        gone.forEach(id -> differences.updateOne(and(eq("_id", id), in("state", UNSETTLED)), cleared(scope)));
    }

    /** The line that was missing stands on the statement of a later day. @return false if no such line was missing */
    public boolean clear(String id, LocalDate on, String statement) {
        differences.updateOne(
                and(eq("_id", id), in("state", UNSETTLED)), combine(cleared(statement), set("clearedOn", on)));
        return differences.countDocuments(eq("_id", id)) == 1;
    }

    private static Bson cleared(String by) {
        return combine(
                set("state", Difference.State.CLEARED),
                unset("proposal"),
                push("history", step("cleared", by, null, null)));
    }

    public @Nullable Difference byId(String id) {
        return differences
                .find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    /** How many of a run nobody has resolved and no statement has cleared. */
    public long unsettled(String run) {
        return differences.countDocuments(and(eq("run", run), in("state", UNSETTLED)));
    }

    /** How many of a look. */
    public long unsettledOf(String scope) {
        return differences.countDocuments(and(eq("scopes", scope), in("state", UNSETTLED)));
    }

    /** Which differences are wanted; null for any. */
    public record Wanted(
            Difference.@Nullable State state,
            @Nullable String bank,
            @Nullable Kind kind,
            @Nullable String run) {}

    /** In the order of their ids. */
    public List<Difference> page(Wanted wanted, @Nullable String afterId, int limit) {
        List<Bson> filters = new ArrayList<>();
        addUnlessNull(filters, "state", wanted.state());
        addUnlessNull(filters, "bank", wanted.bank());
        addUnlessNull(filters, "kind", wanted.kind());
        addUnlessNull(filters, "run", wanted.run());
        if (afterId != null) {
            filters.add(gt("_id", afterId));
        }
        return differences
                .find(filters.isEmpty() ? Filters.empty() : and(filters))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** @return the difference afterwards; null if it is not open any more */
    public @Nullable Difference propose(String id, Difference.Proposal proposal) {
        return differences.findOneAndUpdate(
                and(eq("_id", id), eq("state", Difference.State.OPEN), roomForSteps()),
                combine(
                        set("state", Difference.State.PROPOSED),
                        set("proposal", proposal),
                        push("history", step("proposed", proposal.by(), proposal.action(), proposal.note()))),
                afterwards());
    }

    /** @return the difference afterwards; null if this proposal does not stand any more */
    public @Nullable Difference confirm(
            Difference proposed,
            Difference.Proposal proposal,
            String by,
            @Nullable String note,
            LocalDate on,
            List<OutboxEvent> events) {
        boolean staysOpen = proposal.action().effect() == Action.Effect.KEEPS_OPEN;
        Difference confirmed = differences.findOneAndUpdate(
                and(standsAs(proposed.id(), proposal), Outbox.hasRoomFor(events.size())),
                combine(
                        set("state", staysOpen ? Difference.State.OPEN : Difference.State.RESOLVED),
                        set("resolvedOn", on),
                        push("history", step("confirmed", by, proposal.action(), note)),
                        Outbox.append(events)),
                afterwards());
        if (confirmed != null) {
            relay.publish(differences, proposed.id());
        }
        return confirmed;
    }

    /** @return the difference afterwards; null if this proposal does not stand any more */
    public @Nullable Difference reject(
            Difference proposed, Difference.Proposal proposal, String by, @Nullable String note) {
        return differences.findOneAndUpdate(
                standsAs(proposed.id(), proposal),
                combine(
                        set("state", Difference.State.OPEN),
                        unset("proposal"),
                        push("history", step("rejected", by, proposal.action(), note))),
                afterwards());
    }

    private static Bson standsAs(String id, Difference.Proposal proposal) {
        return and(
                eq("_id", id),
                eq("state", Difference.State.PROPOSED),
                eq("proposal.by", proposal.by()),
                eq("proposal.at", proposal.at()));
    }

    private static Bson roomForSteps() {
        return exists("history." + (HISTORY - 4), false);
    }

    private static Difference.Step step(String what, String by, @Nullable Action action, @Nullable String note) {
        return new Difference.Step(Instant.now(), what, by, action, note);
    }

    private static void addUnlessNull(List<Bson> filters, String field, @Nullable Object value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    private static FindOneAndUpdateOptions afterwards() {
        return new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.exclude("outbox"));
    }
}
