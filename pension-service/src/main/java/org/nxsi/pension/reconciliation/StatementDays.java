package org.nxsi.pension.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** One document per bank and day. */
@Component
class StatementDays {

    private final MongoCollection<StatementDay> days;

    StatementDays(MongoDatabase database) {
        this.days = database.getCollection("statement_days", StatementDay.class);
        days.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
    }

    /** Those that are not there yet are to be matched now. */
    void want(List<StatementDay> wanted) {
        MissingDocuments.insert(days, wanted);
    }

    /** Somebody wants the day once more, now; a reading that is under way no longer counts. */
    void wantAgain(StatementDay known, String by) {
        days.updateOne(
                and(eq("_id", known.id()), eq("round", known.round())),
                combine(
                        set("round", known.round() + 1),
                        set("done", false),
                        set("wantedBy", by),
                        set("tries", 0),
                        set("dueAt", Instant.now())));
    }

    /** A day that is matched is looked at once more by itself; what is known of it stands meanwhile. */
    void lookAgain(StatementDay matched, Instant at) {
        days.updateOne(
                and(eq("_id", matched.id()), eq("round", matched.round()), eq("done", true)),
                combine(set("round", matched.round() + 1), set("tries", 0), set("dueAt", at)));
    }

    @Nullable
    StatementDay byId(String id) {
        return days.find(eq("_id", id)).first();
    }

    /** The first day of a bank, not before the given one, that is known here. */
    @Nullable
    LocalDate firstSince(String bank, LocalDate earliest) {
        StatementDay first = days.find(and(eq("bank", bank), gte("_id", StatementDay.idOf(bank, earliest))))
                .sort(Sorts.ascending("_id"))
                .limit(1)
                .first();
        return first == null ? null : first.day();
    }

    /** In the order of bank and day. */
    List<StatementDay> page(@Nullable String bank, @Nullable String afterId, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(gt("_id", afterId == null ? "" : afterId)));
        if (bank != null) {
            filters.add(eq("bank", bank));
        }
        return days.find(and(filters)).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** Banks that have days to be matched now. */
    List<String> banksWithDue(Instant now) {
        return days.find(lte("dueAt", now)).map(StatementDay::bank).into(new HashSet<>()).stream()
                .sorted()
                .toList();
    }

    /** The earliest day of a bank that is to be matched now. */
    @Nullable
    StatementDay firstDue(String bank, Instant now) {
        return days.find(and(lte("dueAt", now), eq("bank", bank)))
                .sort(Sorts.ascending("_id"))
                .limit(1)
                .first();
    }

    /** @return false if somebody else has taken it up */
    boolean lease(StatementDay due, Instant until) {
        return days.updateOne(
                                and(eq("_id", due.id()), eq("round", due.round()), eq("dueAt", due.dueAt())),
                                set("dueAt", until))
                        .getMatchedCount()
                == 1;
    }

    void tryAgain(StatementDay due, Instant at, String trouble) {
        days.updateOne(
                and(eq("_id", due.id()), eq("round", due.round())),
                combine(set("dueAt", at), set("tries", due.tries() + 1), set("trouble", trouble)));
    }

    void done(StatementDay due, List<StatementDay.AccountDay> accounts, long differences, Instant now) {
        days.updateOne(
                and(eq("_id", due.id()), eq("round", due.round())),
                combine(
                        set("done", true),
                        set("accounts", accounts),
                        set("differences", differences),
                        set("matchedAt", now),
                        unset("dueAt"),
                        unset("trouble")));
    }
}
