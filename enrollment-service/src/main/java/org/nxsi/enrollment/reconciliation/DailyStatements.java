package org.nxsi.enrollment.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** DailyStatements as they came, page by page, and the days that are reconciled with them. */
@Repository
class DailyStatements {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final MongoCollection<StatementPage> pages;
    private final MongoCollection<ReconciledDay> days;

    DailyStatements(MongoDatabase database) {
        this.pages = database.getCollection("collector_statement_pages", StatementPage.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.days = database.getCollection("collector_days", ReconciledDay.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        days.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
    }

    /** Keeps a page. @return the one that stands there already; null if it is new */
    @Nullable
    StatementPage keep(StatementPage page) {
        return MissingDocuments.insert(pages, List.of(page)).isEmpty()
                ? null
                : pages.find(eq("_id", page.id())).first();
    }

    /** The pages of a statement that are there, in order. */
    List<StatementPage> pages(String day, int issue) {
        String from = "%s|%02d|".formatted(day, issue);
        return pages.find(and(gte("_id", from), lt("_id", from + "~")))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** The highest issue of a day that has any page; 0 if there is none. */
    int lastIssue(String day) {
        StatementPage last = pages.find(and(gte("_id", day + "|"), lt("_id", day + "|~")))
                .sort(Sorts.descending("_id"))
                .first();
        return last == null ? 0 : last.head().issue();
    }

    /** A day is to be matched at once. */
    void wanted(StatementHead head) {
        days.updateOne(
                eq("_id", head.dayId()),
                combine(
                        setOnInsert("collector", head.collector()),
                        setOnInsert("day", head.day()),
                        setOnInsert("issue", 0),
                        setOnInsert("openDifferences", 0),
                        set("dueAt", Instant.now())),
                new UpdateOptions().upsert(true));
    }

    /** A known day is to be matched at once. @return false if nobody has told of it */
    boolean wantedAgain(String day) {
        return days.updateOne(eq("_id", day), set("dueAt", Instant.now())).getMatchedCount() > 0;
    }

    /** A day whose turn it is, for whoever asks first; null if there is none. */
    @Nullable
    ReconciledDay lease() {
        Instant now = Instant.now();
        return days.findOneAndUpdate(
                lte("dueAt", now),
                set("dueAt", now.plus(LEASE)),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("dueAt")).returnDocument(ReturnDocument.AFTER));
    }

    /** It was matched; unless it is wanted again since. @param next when it is matched again by itself; null never */
    void matched(ReconciledDay leased, int issue, Sides sides, int open, @Nullable Instant next) {
        days.updateOne(
                and(eq("_id", leased.id()), eq("dueAt", leased.dueAt())),
                combine(
                        set("issue", issue),
                        set("sides", sides),
                        set("openDifferences", open),
                        set("matchedAt", Instant.now()),
                        next == null ? unset("dueAt") : set("dueAt", next)));
    }

    /** It waits for pages. */
    void waits(ReconciledDay leased) {
        days.updateOne(and(eq("_id", leased.id()), eq("dueAt", leased.dueAt())), unset("dueAt"));
    }

    /** Days in the order of their ids; {@code after} is the last one seen. */
    List<ReconciledDay> days(@Nullable String collector, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(gt("_id", after == null ? "" : after));
        if (collector != null) {
            filters.add(gte("_id", collector + "|"));
            filters.add(lt("_id", collector + "|~"));
        }
        return days.find(and(filters)).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }
}
