package org.nxsi.benchmarks.disbursement;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.nxsi.local.month.MonthFailure;

/**
 * The rate that no month can beat: each instruction inserted once and updated once, in bulk, with the instructions' own
 * indexes and size, through the same driver into the same store, and nothing else done.
 */
final class StoreCeiling {

    private static final int THREADS = 4;
    private static final int LIMIT_MINUTES = 30;

    private final String uri;

    StoreCeiling(String uri) {
        this.uri = uri;
    }

    /** Documents a second. @param batch documents of one insert and of one update */
    double rate(long documents, int batch) throws InterruptedException {
        try (MongoClient client = MongoClients.create(uri)) {
            Document pattern = client.getDatabase("pension")
                    .getCollection("instructions")
                    .find()
                    .first();
            if (pattern == null) {
                throw new MonthFailure("no instruction to take the size from");
            }
            MongoCollection<Document> raw = client.getDatabase("bench").getCollection("ceiling");
            raw.drop();
            raw.createIndex(Indexes.ascending("batch"));
            int batches = (int) Math.max(1, documents / batch);
            long begun_ns = System.nanoTime();
            each(
                    batches,
                    number -> raw.insertMany(
                            instructions(pattern, number, batch), new InsertManyOptions().ordered(false)));
            each(
                    batches,
                    number -> raw.updateMany(
                            Filters.and(Filters.eq("batch", "b" + number), Filters.eq("status", "PENDING")),
                            Updates.combine(
                                    Updates.set("status", "PAID"),
                                    Updates.set("settledBy", "102/report"),
                                    Updates.set("bookedOn", "2020-03-10"))));
            double seconds = (System.nanoTime() - begun_ns) / 1e9;
            raw.drop();
            return (double) batches * batch / seconds;
        }
    }

    private static List<Document> instructions(Document pattern, int number, int batch) {
        List<Document> many = new ArrayList<>(batch);
        for (int at = 0; at < batch; at++) {
            Document each = new Document(pattern);
            // As long as a real one: an opaque payee id of 52 characters, scheme, benefit, month, number.
            each.put("_id", "%052d|110|PENSION|2020-03|1".formatted((long) number * batch + at));
            each.put("batch", "b" + number);
            each.put("status", "PENDING");
            each.remove("settledBy");
            each.remove("bookedOn");
            many.add(each);
        }
        return many;
    }

    private static void each(int batches, IntConsumer work) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int number = 0; number < batches; number++) {
                int batch = number;
                threads.execute(() -> work.accept(batch));
            }
            threads.shutdown();
            if (!threads.awaitTermination(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new MonthFailure("the store's ceiling took more than " + LIMIT_MINUTES + " minutes");
            }
        }
    }
}
