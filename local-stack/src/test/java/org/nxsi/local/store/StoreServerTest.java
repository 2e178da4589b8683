package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreServerTest {

    @Test
    void what_was_written_is_there_after_a_restart(@TempDir Path folder) {
        try (StoreServer server = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(server.uri())) {
            people(client).insertOne(new Document("_id", "p1").append("name", "王芳"));
        }
        try (StoreServer server = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(server.uri())) {
            assertThat(people(client).find(new Document("_id", "p1")).first()).containsEntry("name", "王芳");
        }
    }

    @Test
    void a_taken_port_is_named(@TempDir Path folder) {
        try (StoreServer server = StoreServer.inTempFolder()) {
            assertThatThrownBy(() -> StoreServer.start(folder, server.port(), 16))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("port " + server.port());
        }
    }

    private static MongoCollection<Document> people(MongoClient client) {
        return client.getDatabase("enrollment").getCollection("people");
    }
}
