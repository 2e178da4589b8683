package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.local.testing.Eventually;

class RoomTest {

    private static final int OUT_OF_DISK_SPACE = 14031;

    @Test
    void without_room_every_write_is_refused_and_with_room_again_all_goes_on(@TempDir Path folder) throws Exception {
        Path full = folder.resolve("full");
        try (StoreServer store = start(folder, full);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = documents(client);
            documents.insertOne(new Document("_id", 1).append("state", "before"));

            Files.createFile(full);
            Eventually.that("writes are refused", () -> isRefused(client));
            refused(() -> documents.insertMany(List.of(new Document("_id", 3), new Document("_id", 4))));
            refused(() -> documents.updateOne(Filters.eq("_id", 1), Updates.set("state", "while full")));
            refused(() -> documents.findOneAndUpdate(Filters.eq("_id", 1), Updates.set("state", "while full")));
            refused(() -> documents.deleteOne(Filters.eq("_id", 1)));
            refused(() -> client.getDatabase("room").getCollection("other").insertOne(new Document("_id", 1)));
            assertThat(documents.find().into(new ArrayList<>()))
                    .containsExactly(new Document("_id", 1).append("state", "before"));

            Files.delete(full);
            Eventually.that("writes are taken again", () -> !isRefused(client));
            documents.insertOne(new Document("_id", 5));
            documents.updateOne(Filters.eq("_id", 1), Updates.set("state", "after"));
        }
        try (StoreServer store = start(folder, full);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(documents(client).find().into(new ArrayList<>()))
                    .containsExactly(new Document("_id", 1).append("state", "after"), new Document("_id", 5));
        }
    }

    @Test
    void the_reserve_is_measured_on_the_disk_of_the_folder(@TempDir Path folder) {
        Room moreThanAnyDisk = new Room(folder, Long.MAX_VALUE, null);
        assertThatThrownBy(() -> moreThanAnyDisk.requireFor("insert")).hasMessageContaining("are a reserve");
        moreThanAnyDisk.requireFor("find");
        new Room(folder, 0, null).requireFor("insert");
        new Room(null, Long.MAX_VALUE, null).requireFor("insert");
    }

    private static boolean isRefused(MongoClient client) {
        try {
            client.getDatabase("room").getCollection("probes").insertOne(new Document());
            return false;
        } catch (MongoException refusal) {
            return refusal.getCode() == OUT_OF_DISK_SPACE;
        }
    }

    private static void refused(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        MongoException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(OUT_OF_DISK_SPACE));
    }

    private static StoreServer start(Path folder, Path full) {
        return StoreServer.start(folder, 0, 16, new Room(folder, 1, full), failure -> {});
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("room").getCollection("documents");
    }
}
