package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection comes into being with its first document, whoever inserts it: found when instances stood still. */
class FirstInsertsTest {

    private static final int COLLECTIONS = 60;
    private static final int WRITERS = 8;
    private static final int LIMIT_S = 10;

    @Test
    void many_first_inserts_at_once_make_one_collection_and_stand_in_nobodys_way(@TempDir Path folder)
            throws Exception {
        try (StoreServer store = StoreServer.start(folder, 0, 16);
                MongoClient client = client(store);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int round = 0; round < COLLECTIONS; round++) {
                MongoCollection<Document> fresh = client.getDatabase("first").getCollection("collection" + round);
                CountDownLatch together = new CountDownLatch(WRITERS);
                List<Future<?>> inserts = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    Document document = new Document("_id", writer);
                    inserts.add(writers.submit(() -> {
                        together.countDown();
                        together.await();
                        return fresh.insertOne(document);
                    }));
                }
                for (Future<?> insert : inserts) {
                    insert.get(LIMIT_S, TimeUnit.SECONDS);
                }
                assertThat(fresh.countDocuments()).isEqualTo(WRITERS);
            }
        }
    }

    private static MongoClient client(StoreServer store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(store.uri()))
                .applyToSocketSettings(socket -> socket.readTimeout(LIMIT_S, TimeUnit.SECONDS))
                .build());
    }
}
