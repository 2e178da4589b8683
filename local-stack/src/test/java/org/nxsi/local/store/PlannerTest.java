package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Instant NOW = Instant.parse("2020-03-15T00:00:00Z");

    private final DirectClient client = new DirectClient();

    @BeforeEach
    void payments() {
        client.run(new Document("createIndexes", "payments")
                .append(
                        "indexes",
                        List.of(
                                index("batch", false, "batch"),
                                index("bank_status", false, "bank", "status"),
                                index("bank_id", false, "bank", "_id"),
                                index("outboxSince", true, "outboxSince"))));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void an_id_is_looked_up_whatever_else_is_asked() {
        assertThat(plan(new Document("_id", "p1").append("status", "SENT"))).isEqualTo("_id_ 1");
        assertThat(plan(new Document("status", "SENT").append("_id", in("p1", "p2", "p1"))))
                .isEqualTo("_id_ 2");
    }

    @Test
    void a_range_of_ids_is_walked_in_order() {
        Document page = new Document("_id", new Document("$gt", "p1").append("$lt", "p9"));
        assertThat(plan(page, new Document("_id", 1))).isEqualTo("_id_ 1 sorted");
        assertThat(plan(page, new Document("_id", -1))).isEqualTo("_id_ 1 sorted");
        assertThat(plan(page, new Document("bank", 1))).isEqualTo("_id_ 1 to sort");
    }

    @Test
    void a_page_of_a_batch_comes_out_of_the_index_in_order_of_ids() {
        Document page = new Document("batch", "b1").append("_id", new Document("$gt", "p7"));
        assertThat(plan(page, new Document("_id", 1))).isEqualTo("batch 1 sorted");
    }

    @Test
    void the_index_with_most_fixed_fields_wins() {
        Document both = new Document("bank", "102").append("status", "SENT");
        assertThat(plan(both)).isEqualTo("bank_status 1");
        assertThat(plan(new Document("bank", "102").append("status", in("SENT", "UNKNOWN", "PAID"))))
                .isEqualTo("bank_status 3");
        assertThat(plan(new Document("bank", "102"), new Document("_id", 1))).isEqualTo("bank_id 1 sorted");
        assertThat(plan(new Document("bank", "102"), new Document("status", -1).append("_id", -1)))
                .isEqualTo("bank_status 1 sorted");
    }

    @Test
    void several_values_of_a_field_are_merged_into_the_order_of_ids() {
        Document open = new Document("bank", "102").append("status", in("SENT", "UNKNOWN"));
        assertThat(plan(open, new Document("_id", 1))).isEqualTo("bank_status 2 sorted");
        assertThat(plan(open, new Document("_id", -1))).isEqualTo("bank_status 2 sorted");
        assertThat(plan(open, new Document("status", 1).append("_id", 1))).isEqualTo("bank_status 2 sorted");
        assertThat(plan(open, new Document("status", -1).append("_id", 1))).isEqualTo("bank_status 2 to sort");
    }

    @Test
    void a_sparse_index_serves_only_those_who_ask_for_its_field() {
        assertThat(plan(new Document("outboxSince", new Document("$lt", NOW)))).isEqualTo("outboxSince 1");
        assertThat(plan(new Document("outboxSince", new Document("$exists", true))))
                .isEqualTo("outboxSince 1");
        assertThat(plan(new Document("outboxSince", null))).isEqualTo("scan");
        assertThat(plan(new Document(), new Document("outboxSince", 1))).isEqualTo("scan to sort");
    }

    @Test
    void what_no_index_helps_with_is_scanned() {
        assertThat(plan(new Document("amountFen", 1L))).isEqualTo("scan");
        assertThat(plan(new Document("$or", List.of(new Document("batch", "b1"), new Document("bank", "102")))))
                .isEqualTo("scan");
    }

    @Test
    void an_index_with_arrays_in_it_waits_until_they_are_gone() {
        insert(new Document("_id", 1).append("batch", List.of("b1", "b2")));
        assertThat(plan(new Document("batch", "b1"))).isEqualTo("scan");
        client.run(new Document("delete", "payments")
                .append("deletes", List.of(new Document("q", new Document("_id", 1)).append("limit", 1))));
        assertThat(plan(new Document("batch", "b1"))).isEqualTo("batch 1");
    }

    @Test
    void a_dropped_index_is_used_no_more_and_can_come_again() {
        IntStream.range(0, 10).forEach(i -> insert(new Document("_id", i).append("batch", "b" + i % 2)));
        client.run(new Document("dropIndexes", "payments").append("index", "batch"));
        assertThat(plan(new Document("batch", "b1"))).isEqualTo("scan");
        insert(new Document("_id", 10).append("batch", "b1"));
        client.run(
                new Document("createIndexes", "payments").append("indexes", List.of(index("batch", false, "batch"))));
        assertThat(plan(new Document("batch", "b1"))).isEqualTo("batch 1");
        assertThat(client.all(new Document("find", "payments").append("filter", new Document("batch", "b1"))))
                .hasSize(6);
    }

    private void insert(Document document) {
        client.run(new Document("insert", "payments").append("documents", List.of(document)));
    }

    /** The index and how many ranges of it. */
    private String plan(Document filter) {
        return way(winner(new Document("filter", filter)));
    }

    private static String way(Document winner) {
        return "COLLSCAN".equals(winner.get("stage")) ? "scan" : winner.get("indexName") + " " + winner.get("ranges");
    }

    /** Also whether the order asked for comes out of it. */
    private String plan(Document filter, Document sort) {
        Document winner = winner(new Document("filter", filter).append("sort", sort));
        return way(winner) + (Boolean.TRUE.equals(winner.get("sorted")) ? " sorted" : " to sort");
    }

    private Document winner(Document search) {
        Document find = new Document("find", "payments").append("limit", 100).appendAll(search);
        if (client.run(new Document("explain", find)).get("queryPlanner") instanceof Document planner
                && planner.get("winningPlan") instanceof Document winner) {
            return winner;
        }
        throw new AssertionError("not explained: " + find);
    }

    private static Document in(Object... values) {
        return new Document("$in", List.of(values));
    }

    private static Document index(String name, boolean sparse, String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        return new Document("name", name).append("key", keys).append("sparse", sparse);
    }
}
