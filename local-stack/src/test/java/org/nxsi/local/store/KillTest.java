package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final int ROUNDS = 4;
    private static final int WRITERS = 4;
    private static final int LANES = 7;
    private static final int WRITING_MS_MIN = 300;
    private static final int WRITING_MS_MAX = 1_200;

    /** Version that was acknowledged last, by document. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void no_acknowledged_write_is_lost_by_kill_9(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        System.out.println("KillTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try (StoreProcess store = StoreProcess.start(folder, 0)) {
                writeUntilKilled(store, round, random);
            }
            try (StoreServer store = StoreServer.start(folder, 0, 16);
                    MongoClient client = client(store.uri())) {
                everythingAcknowledgedIsThere(documents(client));
                theIndexAgreesWithTheDocuments(documents(client));
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(100);
    }

    private void writeUntilKilled(StoreProcess store, int round, Random random) throws InterruptedException {
        try (MongoClient client = client(store.uri());
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            documents(client).createIndex(Indexes.ascending("lane"));
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "r" + round + "w" + writer + "-";
                writers.execute(() -> writeUntilRefused(documents(client), name));
            }
            writers.shutdown();
            int writing_ms = random.nextInt(WRITING_MS_MIN, WRITING_MS_MAX);
            assertThat(writers.awaitTermination(writing_ms, TimeUnit.MILLISECONDS))
                    .isFalse();
            store.kill();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void writeUntilRefused(MongoCollection<Document> documents, String name) {
        try {
            for (int i = 0; true; i++) {
                List<Document> pair = new ArrayList<>();
                for (String id : List.of(name + i + "a", name + i + "b")) {
                    pair.add(new Document("_id", id).append("lane", i % LANES).append("version", 0));
                }
                documents.insertMany(pair);
                pair.forEach(document -> acknowledged.put(document.getString("_id"), 0));
                String earlier = name + i / 2 + "a";
                Document updated = documents.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", earlier), Filters.gte("version", 0)),
                        Updates.combine(Updates.inc("version", 1), Updates.set("lane", (i + 1) % LANES)));
                acknowledged.put(earlier, updated.getInteger("version") + 1);
            }
        } catch (MongoException e) {
            // killed, as it should be
        }
    }

    private void everythingAcknowledgedIsThere(MongoCollection<Document> documents) {
        Map<String, Integer> found = new ConcurrentHashMap<>();
        documents.find().forEach(document -> found.put(document.getString("_id"), document.getInteger("version")));
        acknowledged.forEach((id, version) -> assertThat(found.get(id))
                .as("%s, acknowledged at version %s", id, version)
                .isNotNull()
                .isGreaterThanOrEqualTo(version));
    }

    private static void theIndexAgreesWithTheDocuments(MongoCollection<Document> documents) {
        for (int lane = 0; lane < LANES; lane++) {
            List<Object> byIndex = ids(documents, new Document("lane", lane));
            List<Object> byScan = ids(documents, new Document("$or", List.of(new Document("lane", lane))));
            assertThat(byIndex).as("lane %d", lane).isEqualTo(byScan);
        }
    }

    private static List<Object> ids(MongoCollection<Document> documents, Document filter) {
        List<Object> ids = new ArrayList<>();
        documents.find(filter).sort(new Document("_id", 1)).forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("kill").getCollection("documents");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }
}
