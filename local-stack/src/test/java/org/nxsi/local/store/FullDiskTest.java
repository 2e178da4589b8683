package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final int DISK_KB = 4_096;

    @Test
    void a_full_disk_ends_the_store_with_one_line_and_loses_nothing_acknowledged(@TempDir Path folder)
            throws Exception {
        List<Integer> acknowledged = new ArrayList<>();
        try (StoreProcess store = StoreProcess.startOnSmallDisk(folder, DISK_KB)) {
            try (MongoClient client = MongoClients.create(store.uri() + "/?serverSelectionTimeoutMS=2000")) {
                String padding = "x".repeat(50_000);
                for (int i = 0; i < 1_000; i++) {
                    documents(client).insertOne(new Document("_id", i).append("padding", padding));
                    acknowledged.add(i);
                }
            } catch (MongoException e) {
                // refused, as it should be
            }
            assertThat(store.exitCode()).isEqualTo(3);
            assertThat(store.furtherLines()).singleElement().asString().startsWith("store: cannot write its file");
        }
        assertThat(acknowledged).hasSizeBetween(5, 999);
        try (StoreServer store = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(documents(client)
                            .find()
                            .map(document -> document.getInteger("_id"))
                            .into(new ArrayList<>()))
                    .containsAll(acknowledged);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named(@TempDir Path folder) throws Exception {
        try (StoreProcess store = StoreProcess.start(Path.of("/proc/nxsi-store"), 0)) {
            assertThat(store.firstLine()).startsWith("store: cannot open the store in /proc/nxsi-store");
            assertThat(store.furtherLines()).isEmpty();
            assertThat(store.exitCode()).isNotZero();
        }
    }

    @Test
    void a_taken_port_is_named_and_ends_the_process(@TempDir Path folder) throws Exception {
        try (StoreServer taker = StoreServer.inTempFolder();
                StoreProcess store = StoreProcess.start(folder, taker.port())) {
            assertThat(store.firstLine()).startsWith("store: cannot listen on 127.0.0.1 port " + taker.port());
            assertThat(store.exitCode()).isNotZero();
        }
    }

    @Test
    void a_second_store_on_the_same_folder_is_refused(@TempDir Path folder) throws Exception {
        try (StoreServer first = StoreServer.start(folder, 0, 16);
                StoreProcess second = StoreProcess.start(folder, 0)) {
            assertThat(first.port()).isPositive();
            assertThat(second.firstLine()).startsWith("store: cannot open the store in " + folder);
            assertThat(second.exitCode()).isNotZero();
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("full").getCollection("documents");
    }
}
