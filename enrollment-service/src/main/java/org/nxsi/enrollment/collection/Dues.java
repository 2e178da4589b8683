package org.nxsi.enrollment.collection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Repository;

/** The dues as everybody may read them. */
@Repository
public class Dues {

    private static final int AT_ONCE = 1_000;

    private final MongoCollection<Due> dues;

    Dues(MongoDatabase database) {
        this.dues = database.withCodecRegistry(EnrollmentCodecs.registry()).getCollection("dues", Due.class);
        dues.createIndex(Indexes.ascending("area", "_id"));
        dues.createIndex(Indexes.ascending("ledgerEntry"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("overdueAfter"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("inSuspense"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("toCredit"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("toTell"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("news"), new IndexOptions().sparse(true));
        dues.createIndex(Indexes.ascending("progress.telling.batch"), new IndexOptions().sparse(true));
    }

    /**
     * Which dues are wanted; null for any.
     *
     * @param area with all areas below it
     * @param suspense only those with money beyond what is owed
     */
    public record Wanted(
            @Nullable AreaCode area,
            @Nullable Payer payer,
            @Nullable Scheme scheme,
            @Nullable Month month,
            @Nullable DueState state,
            boolean suspense) {}

    public @Nullable Due byId(String id) {
        return dues.find(eq("_id", id)).first();
    }

    /** Those of the ids that are there, by id. */
    public Map<String, Due> find(Collection<String> ids) {
        Map<String, Due> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            dues.find(in("_id", all.subList(from, Math.min(all.size(), from + AT_ONCE))))
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    public List<Due> page(Wanted wanted, @Nullable String after, int limit) {
        Bson filter = filter(wanted);
        return sorted(after == null ? filter : and(filter, gt("_id", after)), limit);
    }

    /** What is owed and not paid, for the collector: in the order of their ids. */
    public List<Due> toCollect(AreaCode area, @Nullable String after, int limit) {
        Bson filter = and(inArea(area), in("state", DueState.ASSESSED.name(), DueState.PARTLY_PAID.name()));
        return sorted(after == null ? filter : and(filter, gt("_id", after)), limit);
    }

    /**
     * Not paid in time and not put off: in the order of their ids.
     *
     * @param from first due date
     * @param before first due date that is too late
     */
    public List<Due> overdue(AreaCode area, LocalDate from, LocalDate before, @Nullable String after, int limit) {
        Bson filter = and(lt("overdueAfter", before.toString()), gte("overdueAfter", from.toString()), inArea(area));
        return sorted(after == null ? filter : and(filter, gt("_id", after)), limit);
    }

    /** Fully paid, and their persons not yet credited; some are passed over. */
    List<Due> toCredit(Collection<String> but, int limit) {
        return dues.find(and(gte("toCredit", 1), nin("_id", but))).limit(limit).into(new ArrayList<>());
    }

    /** Of whose money no event tells yet. */
    List<Due> withNews(int limit) {
        return dues.find(eq("news", true)).limit(limit).into(new ArrayList<>());
    }

    /** Of which the ledger is to be told something. */
    public List<Due> toTell(int limit) {
        return dues.find(eq("toTell", true)).limit(limit).into(new ArrayList<>());
    }

    /** Of which a batch tells the ledger, or was about to. */
    public List<Due> toldBy(String batch, int limit) {
        return dues.find(eq("progress.telling.batch", batch)).limit(limit).into(new ArrayList<>());
    }

    /** Put off under these entries of the ledger. */
    public List<Due> ofLedger(Collection<String> entries) {
        return dues.find(in("ledgerEntry", entries)).into(new ArrayList<>());
    }

    /** Persons were credited, and then the money went away: for people to look at. */
    public List<Due> creditedAndUnpaid(AreaCode area, @Nullable String after, int limit) {
        Bson filter = and(inArea(area), gt("progress.creditedRevision", 0), ne("state", DueState.PAID.name()));
        return sorted(after == null ? filter : and(filter, gt("_id", after)), limit);
    }

    private List<Due> sorted(Bson filter, int limit) {
        return dues.find(filter).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** For whoever writes in this package: the same collection. */
    MongoCollection<Due> collection() {
        return dues;
    }

    private static Bson filter(Wanted wanted) {
        List<Bson> filters = new ArrayList<>();
        if (wanted.payer() != null) {
            filters.add(gte("_id", DueKey.of(wanted.payer())));
            filters.add(lt("_id", DueKey.endOf(wanted.payer())));
        }
        if (wanted.area() != null) {
            filters.add(inArea(wanted.area()));
        }
        if (wanted.scheme() != null) {
            filters.add(eq("scheme", wanted.scheme().code()));
        }
        if (wanted.month() != null) {
            filters.add(eq("month", wanted.month().toString()));
        }
        if (wanted.state() != null) {
            filters.add(eq("state", wanted.state().name()));
        }
        if (wanted.suspense()) {
            filters.add(exists("inSuspense"));
        }
        return filters.isEmpty() ? gt("_id", "") : and(filters);
    }

    /** Area by area, not as a range: so the index on area and id gives them in the order of their ids. */
    private static Bson inArea(AreaCode area) {
        return in(
                "area",
                AreaCode.all().stream()
                        .filter(area::contains)
                        .map(AreaCode::code)
                        .toList());
    }
}
