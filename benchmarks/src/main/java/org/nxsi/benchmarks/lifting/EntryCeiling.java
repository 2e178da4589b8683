package org.nxsi.benchmarks.lifting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.nxsi.local.month.MonthFailure;

/**
 * The rates that no ledger can beat: as many documents of an entry's size, with the entries' own indexes, inserted and then
 * updated a thousand at a time through the same driver into the same store by one thread, and nothing else done.
 */
final class EntryCeiling {

    private static final int BULK = 1_000;

    /** Documents a second. */
    record Rates(double inserts, double updates) {}

    private final String uri;

    EntryCeiling(String uri) {
        this.uri = uri;
    }

    Rates measure(long documents) {
        try (MongoClient client = MongoClients.create(uri)) {
            Document pattern = client.getDatabase("deferral")
                    .getCollection("deferral_entries")
                    .find()
                    .first();
            if (pattern == null) {
                throw new MonthFailure("no entry to take the size from");
            }
            MongoCollection<Document> raw = client.getDatabase("bench").getCollection("entries");
            raw.drop();
            raw.createIndex(Indexes.ascending("period", "_id"));
            raw.createIndex(Indexes.ascending("area", "_id"));
            raw.createIndex(Indexes.ascending("expiresAfter"), new IndexOptions().sparse(true));
            raw.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
            int bulks = (int) Math.max(1, documents / BULK);
            long begun_ns = System.nanoTime();
            for (int bulk = 0; bulk < bulks; bulk++) {
                raw.insertMany(entries(pattern, bulk), new InsertManyOptions().ordered(false));
            }
            long inserted_ns = System.nanoTime();
            for (int bulk = 0; bulk < bulks; bulk++) {
                raw.updateMany(
                        Filters.in("_id", ids(bulk)),
                        Updates.combine(
                                Updates.set("deadline", "2020-09-30"),
                                Updates.set("reckoned", "2020-09-30"),
                                Updates.set("expiresAfter", "2020-09-30"),
                                Updates.set("deadlineRecord", 2),
                                Updates.inc("version", 1L)));
            }
            long updated_ns = System.nanoTime();
            raw.drop();
            double all = (double) bulks * BULK;
            return new Rates(all / ((inserted_ns - begun_ns) / 1e9), all / ((updated_ns - inserted_ns) / 1e9));
        }
    }

    private static List<Document> entries(Document pattern, int bulk) {
        List<Document> many = new ArrayList<>(BULK);
        for (String id : ids(bulk)) {
            Document each = new Document(pattern);
            each.put("_id", id);
            each.put("deadlineRecord", 1);
            List.of("deadline", "reckoned", "expiresAfter", "deadlineClause").forEach(each::remove);
            many.add(each);
        }
        return many;
    }

    /** As long as real ones, and as far from any order. */
    private static List<String> ids(int bulk) {
        return IntStream.range(bulk * BULK, (bulk + 1) * BULK)
                .mapToObj(number ->
                        "FLEXIBLE_WORKER|%026x|CONTRIBUTION|2020-02".formatted(Integer.reverse(number) & 0xFFFFFFFFL))
                .toList();
    }
}
