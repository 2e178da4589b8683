package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/** One document per run and bank: what its statements said. */
@Component
class Reconciliations {

    static final String WANTED = "pension.reconciliation-wanted";

    private final MongoCollection<Matched> matched;
    private final OutboxRelay relay;

    Reconciliations(MongoDatabase database, OutboxRelay relay) {
        this.matched = database.getCollection("reconciliations", Matched.class);
        this.relay = relay;
        matched.createIndex(Indexes.ascending("run"));
        matched.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
        relay.watch(matched);
    }

    /**
     * How one bank's statements of a run compare.
     *
     * @param id {@code <run>/<bank>}
     * @param round grows with every time it is asked for
     * @param done whether this round's answer is here
     * @param dueAt when the statements are read next; null once they were
     * @param tries in vain so far
     * @param trouble why the last one was
     */
    public record Matched(
            @BsonId String id,
            String run,
            String bank,
            int round,
            boolean done,
            long payments,
            Fen paymentsAmount,
            long returns,
            Fen returnsAmount,
            long differences,
            @Nullable Instant doneAt,
            @Nullable Instant dueAt,
            int tries,
            @Nullable String trouble) {}

    /** Asks for a bank's statements, unless that is under way. */
    void want(String run, String bank) {
        String id = run + "/" + bank;
        Matched before = byId(id);
        if (before != null && !before.done()) {
            relay.publish(matched, id);
            return;
        }
        int round = before == null ? 1 : before.round() + 1;
        OutboxEvent wanted = new OutboxEvent(id + "/" + round, Topics.WORK, id, WANTED, id, round, Instant.now(), "{}");
        matched.updateOne(
                before == null ? eq("_id", id) : and(eq("_id", id), eq("round", before.round())),
                combine(
                        set("run", run),
                        set("bank", bank),
                        set("round", round),
                        set("done", false),
                        set("dueAt", Instant.now()),
                        set("tries", 0),
                        set("payments", 0L),
                        set("paymentsAmount", Fen.ZERO),
                        set("returns", 0L),
                        set("returnsAmount", Fen.ZERO),
                        set("differences", 0L),
                        Outbox.append(wanted)),
                new UpdateOptions().upsert(before == null));
        relay.publish(matched, id);
    }

    @Nullable
    Matched byId(String id) {
        return matched.find(eq("_id", id))
                .projection(Projections.exclude("outbox"))
                .first();
    }

    List<Matched> ofRun(String run) {
        return matched.find(Filters.eq("run", run))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Those whose statements are to be read now. */
    List<Matched> due(Instant now, int most) {
        return matched.find(lte("dueAt", now))
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending("dueAt"))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** @return false if somebody else has taken it up */
    boolean lease(Matched due, Instant until) {
        return matched.updateOne(
                                and(eq("_id", due.id()), eq("round", due.round()), eq("dueAt", due.dueAt())),
                                set("dueAt", until))
                        .getMatchedCount()
                == 1;
    }

    void tryAgain(Matched wanted, Instant at, String trouble) {
        matched.updateOne(
                and(eq("_id", wanted.id()), eq("round", wanted.round()), eq("done", false)),
                combine(set("dueAt", at), set("tries", wanted.tries() + 1), set("trouble", trouble)));
    }

    void done(Matched wanted, long payments, Fen paymentsAmount, long returns, Fen returnsAmount, long differences) {
        matched.updateOne(
                and(eq("_id", wanted.id()), eq("round", wanted.round())),
                combine(
                        set("done", true),
                        unset("dueAt"),
                        unset("trouble"),
                        set("doneAt", Instant.now()),
                        set("payments", payments),
                        set("paymentsAmount", paymentsAmount),
                        set("returns", returns),
                        set("returnsAmount", returnsAmount),
                        set("differences", differences)));
    }
}
