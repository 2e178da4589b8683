package org.nxsi.deferral.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Repository;

/** The entries of the ledger as everybody may read them. None of the lists shows what is only awaited. */
@Repository
public class Entries {

    /** More entries of one subject than this are not shown; nobody puts off as many months. */
    public static final int MOST_OF_SUBJECT = 500;

    private static final int AT_ONCE = 1_000;
    private static final Bson WITHOUT_OUTBOX =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<Entry> entries;

    Entries(MongoDatabase database, OutboxRelay relay) {
        this.entries = database.getCollection("deferral_entries", Entry.class);
        entries.createIndex(Indexes.ascending("period", "_id"));
        entries.createIndex(Indexes.ascending("area", "_id"));
        entries.createIndex(Indexes.ascending("expiresAfter"), new IndexOptions().sparse(true));
        relay.watch(entries);
    }

    /**
     * Which entries are wanted; null for any.
     *
     * @param area with all areas below it
     * @param deadlineFrom those without a deadline are left out
     * @param deadlineUntil those without a deadline are left out
     */
    public record Wanted(
            @Nullable AreaCode area,
            @Nullable SubjectKind subjectKind,
            @Nullable Kind kind,
            @Nullable State state,
            @Nullable String period,
            @Nullable LocalDate deadlineFrom,
            @Nullable LocalDate deadlineUntil) {

        public static final Wanted ALL = new Wanted(null, null, null, null, null, null, null);

        Bson filter() {
            List<Bson> filters = new ArrayList<>();
            filters.add(state == null ? ne("state", State.AWAITED) : eq("state", state));
            if (area != null) {
                filters.add(inArea(area));
            }
            addUnlessNull(filters, "subjectKind", subjectKind);
            addUnlessNull(filters, "kind", kind);
            addUnlessNull(filters, "period", period);
            if (deadlineFrom != null) {
                filters.add(gte("deadline", deadlineFrom));
            }
            if (deadlineUntil != null) {
                filters.add(lte("deadline", deadlineUntil));
            }
            return and(filters);
        }

        private static void addUnlessNull(List<Bson> filters, String field, @Nullable Object value) {
            if (value != null) {
                filters.add(eq(field, value));
            }
        }
    }

    /** What totals are made by. */
    public enum By {
        AREA("area"),
        KIND("kind"),
        WEEK("week"),
        STATE("state");

        private final String field;

        By(String field) {
            this.field = field;
        }
    }

    /**
     * A total over entries.
     *
     * @param of the area, kind, week or state
     * @param amountUnknown how many of the entries have no known amount; they are not in {@code amount}
     * @param madeUp what was made up, of known amounts and unknown ones
     */
    public record Total(String of, long entries, long amountUnknown, Fen amount, Fen madeUp) {}

    public @Nullable Entry byId(String id) {
        return entries.find(eq("_id", id)).projection(WITHOUT_OUTBOX).first();
    }

    /** Those of the ids that are there, awaited ones too, in no order. */
    public List<Entry> byIds(Collection<String> ids) {
        return entries.find(in("_id", ids)).projection(WITHOUT_OUTBOX).into(new ArrayList<>(ids.size()));
    }

    /** Entries whose deadline ends them on this day, in the order of their ids: for reminders. */
    public List<Entry> expiringAfter(LocalDate deadline, @Nullable String after, int limit) {
        Bson filter = eq("expiresAfter", deadline);
        return entries.find(after == null ? filter : and(filter, gt("_id", after)))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    public List<Entry> page(Wanted wanted, @Nullable String after, int limit) {
        Bson filter = wanted.filter();
        return entries.find(after == null ? filter : and(filter, gt("_id", after)))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** All of them in the order of their ids, a thousand in memory at a time. */
    public void each(Wanted wanted, Consumer<Entry> action) {
        String after = null;
        List<Entry> page;
        do {
            page = page(wanted, after, AT_ONCE);
            page.forEach(action);
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == AT_ONCE);
    }

    /** A subject's entries by kind and month, at most {@value #MOST_OF_SUBJECT}. */
    public List<Entry> ofSubject(SubjectKind kind, String subjectId) {
        return entries.find(and(
                        gte("_id", EntryKey.of(kind, subjectId)),
                        lt("_id", EntryKey.endOf(kind, subjectId)),
                        ne("state", State.AWAITED)))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .limit(MOST_OF_SUBJECT)
                .into(new ArrayList<>());
    }

    public long count(Wanted wanted) {
        return entries.countDocuments(wanted.filter());
    }

    /** Totals by area, kind, week or state, in the order of these. What was withdrawn counts among states alone. */
    public List<Total> totals(Wanted wanted, By by) {
        Bson counted = by == By.STATE ? wanted.filter() : and(wanted.filter(), ne("state", State.WITHDRAWN));
        Map<String, Long> unknown = new TreeMap<>();
        entries.aggregate(
                        List.of(
                                Aggregates.match(and(counted, exists("amount", false))),
                                Aggregates.group("$" + by.field, Accumulators.sum("entries", 1L))),
                        Document.class)
                .forEach(group -> unknown.put(String.valueOf(group.get("_id")), Sums.number(group, "entries")));
        Map<String, Total> totals = new TreeMap<>();
        entries.aggregate(
                        List.of(
                                Aggregates.match(counted),
                                Aggregates.group(
                                        "$" + by.field,
                                        Accumulators.sum("entries", 1L),
                                        Accumulators.sum("amount", "$amount"),
                                        Accumulators.sum("madeUp", "$madeUp"))),
                        Document.class)
                .forEach(group -> {
                    String of = String.valueOf(group.get("_id"));
                    totals.put(
                            of,
                            new Total(
                                    of,
                                    Sums.number(group, "entries"),
                                    unknown.getOrDefault(of, 0L),
                                    Fen.of(Sums.number(group, "amount")),
                                    Fen.of(Sums.number(group, "madeUp"))));
                });
        return List.copyOf(totals.values());
    }

    /** For whoever writes in this package: the same collection. */
    MongoCollection<Entry> collection() {
        return entries;
    }

    /** Area by area, not as a range: so the index on area and id gives them in the order of their ids. */
    private static Bson inArea(AreaCode area) {
        List<String> codes = AreaCode.all().stream()
                .filter(area::contains)
                .map(AreaCode::code)
                .toList();
        return in("area", codes);
    }
}
