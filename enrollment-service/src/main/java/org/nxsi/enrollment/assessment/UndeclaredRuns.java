package org.nxsi.enrollment.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
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
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The walks after the due dates, one document per month, and whom they leave to people. */
@Repository
class UndeclaredRuns {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final FindOneAndUpdateOptions AFTERWARDS =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(Sorts.ascending("_id"));

    private final MongoCollection<UndeclaredRun> runs;
    private final MongoCollection<UndeclaredLeft> left;

    UndeclaredRuns(MongoDatabase database) {
        this.runs = database.getCollection("undeclared_runs", UndeclaredRun.class);
        this.left = database.getCollection("undeclared_left", UndeclaredLeft.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        left.createIndex(Indexes.ascending("month", "area", "_id"));
    }

    @Nullable
    UndeclaredRun find(Month month) {
        return runs.find(eq("_id", month.toString())).first();
    }

    /** Begins a month's walk unless it has begun. */
    void begin(Month month) {
        MissingDocuments.insert(runs, List.of(UndeclaredRun.begun(month, Instant.now())));
    }

    /** A walk that nobody is on; null if there is none. */
    @Nullable
    UndeclaredRun lease(String worker) {
        Instant now = Instant.now();
        return runs.findOneAndUpdate(
                and(eq("state", UndeclaredRun.State.RUNNING), or(exists("leasedUntil", false), lt("leasedUntil", now))),
                combine(set("leasedBy", worker), set("leasedUntil", now.plus(LEASE))),
                AFTERWARDS);
    }

    /** It has come past some employers. @return null if somebody else has it by now */
    @Nullable
    UndeclaredRun advance(UndeclaredRun run, String worker, String cursor, int assessed, int leftToPeople) {
        return runs.findOneAndUpdate(
                standing(run, worker),
                combine(
                        set("cursor", cursor),
                        inc("chunks", 1),
                        inc("assessed", assessed),
                        inc("left", leftToPeople),
                        set("leasedUntil", Instant.now().plus(LEASE))),
                AFTERWARDS);
    }

    void finish(UndeclaredRun run, String worker) {
        runs.updateOne(
                standing(run, worker),
                combine(
                        set("state", UndeclaredRun.State.DONE),
                        set("finishedAt", Instant.now()),
                        unset("leasedBy"),
                        unset("leasedUntil")));
    }

    void release(UndeclaredRun run, String worker) {
        runs.updateOne(
                and(eq("_id", run.id()), eq("leasedBy", worker)), combine(unset("leasedBy"), unset("leasedUntil")));
    }

    void leave(UndeclaredLeft employer) {
        left.replaceOne(eq("_id", employer.id()), employer, new ReplaceOptions().upsert(true));
    }

    /** Whom a month's walk left to people, in some areas; {@code after} is the last one seen. */
    List<UndeclaredLeft> left(Collection<AreaCode> areas, Month month, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("month", month), in("area", areas)));
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return left.find(and(filters)).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    private static Bson standing(UndeclaredRun run, String worker) {
        return and(
                eq("_id", run.id()),
                eq("state", UndeclaredRun.State.RUNNING),
                eq("leasedBy", worker),
                eq("chunks", run.chunks()));
    }
}
