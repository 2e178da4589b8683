package org.nxsi.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bson.Document;

/**
 * What the store's figures are made with; client and store share the process. Arguments: documents (50000), threads (1),
 * folder (a temporary one).
 */
final class StoreBench {

    private static final int BATCH = 1_000;
    private static final String PADDING = "0123456789".repeat(38);

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("store-bench");
        try (StoreServer server = StoreServer.start(folder, 0, 256);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> warm = client.getDatabase("bench").getCollection("warm");
            run(warm, Math.min(documents, 10_000), threads, false);
            run(client.getDatabase("bench").getCollection("payments"), documents, threads, true);
            long file_mb = Files.size(folder.resolve("store.mv")) >> 20;
            System.gc();
            long heap_mb =
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
            System.out.println("file " + file_mb + " MB, heap in use " + heap_mb + " MB");
        }
    }

    private static void run(MongoCollection<Document> payments, int documents, int threads, boolean print)
            throws InterruptedException {
        payments.createIndex(Indexes.ascending("batch"));
        payments.createIndex(Indexes.ascending("bank", "status"));
        int batches = documents / BATCH;
        measure("insertMany of 1,000", documents, threads, batches, print, batch -> {
            List<Document> many = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                many.add(payment(batch, i));
            }
            payments.insertMany(many, new InsertManyOptions().ordered(false));
        });
        measure(
                "updateMany of 1,000 by index",
                documents,
                threads,
                batches,
                print,
                batch -> payments.updateMany(
                        Filters.eq("batch", "b" + batch),
                        Updates.combine(Updates.set("status", "PAID"), Updates.inc("version", 1L))));
        int single = Math.min(documents, 5_000);
        measure(
                "findOneAndUpdate {_id, status}",
                single,
                threads,
                single,
                print,
                i -> payments.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id(i % batches, i % BATCH)), Filters.eq("status", "PAID")),
                        Updates.inc("version", 1L)));
        measure(
                "find page of 1,000 {batch, _id > x} sort _id",
                documents,
                threads,
                batches,
                print,
                batch -> payments.find(Filters.and(Filters.eq("batch", "b" + batch), Filters.gt("_id", "")))
                        .sort(Sorts.ascending("_id"))
                        .limit(BATCH)
                        .into(new ArrayList<>()));
        measure(
                "countDocuments by index, 1,000 each",
                documents,
                threads,
                batches,
                print,
                batch -> payments.countDocuments(Filters.eq("batch", "b" + batch)));
    }

    private static Document payment(int batch, int i) {
        return new Document("_id", id(batch, i))
                .append("batch", "b" + batch)
                .append("bank", String.valueOf(102 + i % 6))
                .append("status", "SENT")
                .append("amountFen", 345_600L + i)
                .append("version", 0L)
                .append("text", PADDING);
    }

    private static String id(int batch, int i) {
        return "payee%07d|110|basic|2020-03|1".formatted(batch * BATCH + i);
    }

    private static void measure(String what, int documents, int threads, int calls, boolean print, IntConsumer call)
            throws InterruptedException {
        long start_ns = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < calls; i++) {
                int number = i;
                pool.execute(() -> call.accept(number));
            }
            pool.shutdown();
            pool.awaitTermination(10, TimeUnit.MINUTES);
        }
        double seconds = (System.nanoTime() - start_ns) / 1e9;
        if (print) {
            System.out.printf("%-46s %,10.0f documents/s  %.2f s%n", what, documents / seconds, seconds);
        }
    }
}
