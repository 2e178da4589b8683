package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.local.testing.Eventually;

class GrowthTest {

    private static final int DOCUMENTS = 2_000;
    private static final int PADDING_BYTES = 1_000;
    private static final int WRITTEN_BYTES = 300_000_000;
    private static final int SECONDS_MAX = 20;

    /**
     * Space of dead commits is used again, soon if not at once: the file comes down to far less than was written. What is
     * dead is let go of with a later commit, so a store that nobody writes to any more may keep its size.
     */
    @Test
    void the_file_does_not_grow_with_each_update_of_the_same_documents(@TempDir Path folder) throws IOException {
        try (StoreServer store = StoreServer.start(folder, 0, 16);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = client.getDatabase("growth").getCollection("documents");
            documents.createIndex(Indexes.ascending("version"));
            String padding = "x".repeat(PADDING_BYTES);
            documents.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> new Document("_id", i).append("version", 0).append("padding", padding))
                    .toList());
            long until_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
            long written = 0;
            while (written < WRITTEN_BYTES && System.nanoTime() < until_ns) {
                documents.updateMany(Filters.exists("_id"), Updates.inc("version", 1));
                written += (long) DOCUMENTS * PADDING_BYTES;
            }
            long bound = Math.max(written / 3, 60_000_000);
            Path file = folder.resolve("store.mv");
            Eventually.that("the file is smaller than " + bound, () -> {
                documents.updateOne(Filters.eq("_id", 0), Updates.inc("version", 1));
                return size(file) < bound;
            });
            assertThat(documents.countDocuments(Filters.gt("version", 0))).isEqualTo(DOCUMENTS);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
