package org.nxsi.benchmarks.assessment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.nxsi.local.month.MonthFailure;

/**
 * The rates that no assessment can beat: as many documents of a line's size, with the lines' own index, inserted and then
 * replaced a thousand at a time through the same driver into the same store by one thread, and nothing else done.
 */
final class LineCeiling {

    private static final int BULK = 1_000;

    /** Documents a second. @param bytes of a document as the store has it */
    record Rates(double inserts, double upserts, int bytes) {}

    private final String uri;

    LineCeiling(String uri) {
        this.uri = uri;
    }

    Rates measure(long documents) {
        try (MongoClient client = MongoClients.create(uri)) {
            Document pattern = client.getDatabase("enrollment")
                    .getCollection("assessed_months")
                    .find()
                    .first();
            if (pattern == null) {
                throw new MonthFailure("no line to take the size from");
            }
            MongoCollection<Document> raw = client.getDatabase("bench").getCollection("lines");
            raw.drop();
            raw.createIndex(Indexes.ascending("person", "month"));
            int bulks = (int) Math.max(1, (documents + BULK - 1) / BULK);
            long begun_ns = System.nanoTime();
            for (int bulk = 0; bulk < bulks; bulk++) {
                raw.insertMany(lines(pattern, bulk), new InsertManyOptions().ordered(false));
            }
            long inserted_ns = System.nanoTime();
            for (int bulk = 0; bulk < bulks; bulk++) {
                raw.bulkWrite(
                        lines(pattern, bulk).stream()
                                .map(each -> new ReplaceOneModel<>(
                                        Filters.eq("_id", each.get("_id")), each, new ReplaceOptions().upsert(true)))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
            }
            long replaced_ns = System.nanoTime();
            raw.drop();
            double all = (double) bulks * BULK;
            return new Rates(
                    all / ((inserted_ns - begun_ns) / 1e9),
                    all / ((replaced_ns - inserted_ns) / 1e9),
                    pattern.toBsonDocument().toString().length());
        }
    }

    private static List<Document> lines(Document pattern, int bulk) {
        List<Document> many = new ArrayList<>(BULK);
        for (int number = bulk * BULK; number < (bulk + 1) * BULK; number++) {
            String person = "%026x".formatted(Integer.reverse(number) & 0xFFFFFFFFL);
            Document each = new Document(pattern);
            each.put("_id", "EMPLOYER:" + BenchCompany.CODE + "|2020-%02d|".formatted(1 + bulk % 12) + person);
            each.put("person", person);
            many.add(each);
        }
        return many;
    }
}
