package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    private static final int DOCUMENTS = 300;
    private static final int RUNNING_MS = 3_000;
    private static final List<String> STATES = List.of("NEW", "SENT", "PAID");

    /** The documents move about in an index while they are read through it: none is ever missed or seen twice. */
    @Test
    void readers_see_whole_states_while_writers_and_definitions_change(@TempDir Path folder) throws Exception {
        try (StoreServer store = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("concurrency");
            MongoCollection<Document> payments = database.getCollection("payments");
            payments.createIndex(Indexes.ascending("run", "status"));
            payments.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> new Document("_id", i).append("run", "r1").append("status", "NEW"))
                    .toList());
            inParallel(
                    () -> payments.updateMany(
                            Filters.and(Filters.eq("run", "r1"), Filters.eq("status", state())),
                            Updates.set("status", state())),
                    () -> payments.findOneAndUpdate(
                            Filters.eq("_id", ThreadLocalRandom.current().nextInt(DOCUMENTS)),
                            Updates.combine(Updates.set("status", state()), Updates.inc("version", 1))),
                    () -> assertThat(payments.find(Filters.eq("run", "r1"))
                                    .batchSize(DOCUMENTS)
                                    .map(payment -> payment.getInteger("_id"))
                                    .into(new ArrayList<>()))
                            .hasSize(DOCUMENTS)
                            .doesNotHaveDuplicates(),
                    () -> assertThat(payments.countDocuments(
                                    Filters.and(Filters.eq("run", "r1"), Filters.in("status", STATES))))
                            .isEqualTo(DOCUMENTS),
                    () -> {
                        payments.createIndex(Indexes.ascending("version"));
                        payments.dropIndex("version_1");
                    },
                    () -> {
                        database.getCollection("passing").insertOne(new Document("run", "r1"));
                        database.getCollection("passing").drop();
                    });
        }
        try (StoreServer store = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("concurrency")
                            .getCollection("payments")
                            .countDocuments(Filters.in("status", STATES)))
                    .isEqualTo(DOCUMENTS);
        }
    }

    private static void inParallel(Runnable... works) throws InterruptedException, ExecutionException {
        long until_ns = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RUNNING_MS);
        try (ExecutorService pool = Executors.newFixedThreadPool(works.length)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable work : works) {
                running.add(pool.submit(() -> {
                    while (System.nanoTime() < until_ns) {
                        work.run();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private static String state() {
        return STATES.get(ThreadLocalRandom.current().nextInt(STATES.size()));
    }
}
