package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the services do with the driver. */
class DriverTest {

    private static StoreServer store;
    private static MongoClient client;

    private MongoCollection<Document> payments;

    @BeforeAll
    static void start() {
        store = StoreServer.inTempFolder();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void anEmptyCollection() {
        payments = client.getDatabase("pension").getCollection("payments");
        payments.drop();
        payments.createIndex(Indexes.ascending("batch"));
        payments.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
    }

    @Test
    void hello_and_ping_are_answered() {
        assertThat(client.getDatabase("pension").runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true);
        assertThat(client.getDatabase("pension").runCommand(new Document("ping", 1)))
                .containsEntry("ok", 1.0);
        assertThat(client.listDatabaseNames()).contains("pension");
    }

    @Test
    void an_id_is_taken_once() {
        payments.insertOne(new Document("_id", 1L));
        assertThatThrownBy(() -> payments.insertOne(new Document("_id", 1)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(payments.countDocuments()).isEqualTo(1);
    }

    @Test
    void an_unordered_bulk_counts_only_what_it_inserted() {
        payments.insertOne(new Document("_id", "p1"));
        assertThatThrownBy(
                        () -> payments.insertMany(ids("p0", "p1", "p2", "p2"), new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                    assertThat(e.getWriteErrors())
                            .extracting(error -> error.getIndex())
                            .containsExactly(1, 3);
                    assertThat(e.getWriteErrors()).allMatch(error -> error.getCode() == 11_000);
                });
        assertThat(payments.countDocuments()).isEqualTo(3);
    }

    @Test
    void an_ordered_bulk_stops_at_its_first_error() {
        payments.insertOne(new Document("_id", "p1").append("text", "x"));
        assertThatThrownBy(() -> payments.insertMany(ids("p0", "p1", "p2")))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThatThrownBy(() -> payments.bulkWrite(List.of(
                        new UpdateOneModel<>(Filters.eq("_id", "p0"), Updates.set("n", 1)),
                        new UpdateOneModel<>(Filters.eq("_id", "p1"), Updates.inc("text", 1)),
                        new UpdateOneModel<>(Filters.eq("_id", "p0"), Updates.set("n", 3)))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors())
                            .extracting(error -> error.getIndex())
                            .containsExactly(1);
                    assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
                });
        assertThat(payments.find(Filters.eq("_id", "p0")).first()).containsEntry("n", 1);
    }

    @Test
    void a_mixed_unordered_bulk_does_all_it_can() {
        payments.insertOne(new Document("_id", "p1"));
        var result = payments.bulkWrite(
                List.of(
                        new InsertOneModel<>(new Document("_id", "p2")),
                        new UpdateOneModel<>(
                                Filters.eq("_id", "p3"), Updates.set("n", 3), new UpdateOptions().upsert(true)),
                        new UpdateOneModel<>(Filters.eq("_id", "p1"), Updates.set("n", 1))),
                new BulkWriteOptions().ordered(false));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
    }

    @Test
    void an_event_is_pushed_once_and_taken_out_by_its_id() {
        payments.insertOne(new Document("_id", "p1").append("status", "NEW"));
        Document event = new Document("id", "e1").append("type", "payment.sent");
        Document after = payments.findOneAndUpdate(
                Filters.and(Filters.eq("_id", "p1"), Filters.eq("status", "NEW"), Filters.exists("outbox.15", false)),
                Updates.combine(
                        Updates.set("status", "SENT"), Updates.push("outbox", event), Updates.set("outboxSince", 5L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        assertThat(after).containsEntry("outbox", List.of(event));
        assertThat(payments.find(Filters.lt("outboxSince", 6L)).into(new ArrayList<>()))
                .hasSize(1);
        payments.updateOne(
                Filters.eq("_id", "p1"),
                Updates.combine(Updates.pull("outbox", new Document("id", "e1")), Updates.unset("outboxSince")));
        assertThat(payments.find(Filters.exists("outboxSince")).into(new ArrayList<>()))
                .isEmpty();
        assertThat(payments.find(Filters.eq("_id", "p1")).first()).containsEntry("outbox", List.of());
    }

    @Test
    void a_long_find_comes_in_batches_and_goes_on_over_writes_in_between() {
        payments.insertMany(
                IntStream.range(0, 1_000).mapToObj(DriverTest::payment).toList());
        List<Integer> seen = new ArrayList<>();
        try (MongoCursor<Document> cursor = payments.find(Filters.eq("batch", "b1"))
                .sort(Sorts.ascending("_id"))
                .batchSize(50)
                .iterator()) {
            while (cursor.hasNext()) {
                seen.add(cursor.next().getInteger("_id"));
                if (seen.size() % 40 == 0) { // each write makes a new state, which the next batch reads
                    payments.updateOne(Filters.eq("_id", 999), Updates.inc("n", 1));
                }
            }
        }
        assertThat(seen)
                .isEqualTo(IntStream.range(0, 500).map(i -> 2 * i + 1).boxed().toList());
        assertThat(payments.find().sort(Sorts.descending("n", "_id")).into(new ArrayList<>()))
                .hasSize(1_000)
                .first()
                .satisfies(first -> assertThat(first.getInteger("_id")).isEqualTo(999));
    }

    @Test
    void an_aggregation_sums_what_its_match_finds() {
        payments.insertMany(IntStream.range(0, 10).mapToObj(DriverTest::payment).toList());
        assertThat(payments.aggregate(List.of(
                                Aggregates.match(Filters.eq("batch", "b1")),
                                Aggregates.group("$bank", Accumulators.sum("fen", "$amountFen")),
                                Aggregates.sort(Sorts.ascending("_id"))))
                        .into(new ArrayList<>()))
                .containsExactly(
                        new Document("_id", "102").append("fen", 9_007_199_254_740_993L * 3 + 1 + 5 + 9),
                        new Document("_id", "103").append("fen", 9_007_199_254_740_993L * 2 + 3 + 7));
    }

    @Test
    void an_update_of_many_does_not_meet_its_own_results() {
        payments.insertMany(IntStream.range(0, 500)
                .mapToObj(i -> new Document("_id", i).append("batch", i))
                .toList());
        var result = payments.updateMany(Filters.gte("batch", 0), Updates.inc("batch", 1));
        assertThat(result.getModifiedCount()).isEqualTo(500);
        assertThat(Objects.requireNonNull(payments.find(Filters.eq("_id", 0)).first())
                        .getInteger("batch"))
                .isEqualTo(1);
    }

    @Test
    void a_unique_index_refuses_a_second_and_forgets_the_deleted() {
        payments.createIndex(
                Indexes.ascending("endToEndId"), new IndexOptions().unique(true).sparse(true));
        payments.insertOne(new Document("_id", 1).append("endToEndId", "e1"));
        assertThatThrownBy(() -> payments.insertOne(new Document("_id", 2).append("endToEndId", "e1")))
                .hasMessageContaining("E11000");
        payments.insertOne(new Document("_id", 3));
        payments.insertOne(new Document("_id", 4));
        payments.deleteOne(Filters.eq("_id", 1));
        payments.insertOne(new Document("_id", 2).append("endToEndId", "e1"));
        assertThatThrownBy(() -> payments.updateOne(Filters.eq("_id", 3), Updates.set("endToEndId", "e1")))
                .hasMessageContaining("E11000");
    }

    @Test
    void dropping_an_index_or_a_collection_leaves_the_others_alone() {
        MongoCollection<Document> other = client.getDatabase("pension").getCollection("other");
        other.drop();
        other.createIndex(Indexes.ascending("batch"));
        payments.dropIndexes();
        assertThat(payments.listIndexes().into(new ArrayList<>())).hasSize(1);
        assertThat(other.listIndexes().into(new ArrayList<>())).hasSize(2);
        payments.drop();
        assertThat(client.getDatabase("pension").listCollectionNames())
                .contains("other")
                .doesNotContain("payments");
        payments.insertOne(new Document("_id", 1));
        assertThat(payments.countDocuments()).isEqualTo(1);
    }

    private static Document payment(int i) {
        return new Document("_id", i)
                .append("batch", "b" + i % 2)
                .append("bank", i % 4 == 1 ? "102" : "103")
                .append("amountFen", 9_007_199_254_740_993L + i);
    }

    private static List<Document> ids(String... ids) {
        return List.of(ids).stream().map(id -> new Document("_id", id)).toList();
    }
}
