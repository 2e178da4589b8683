package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.BusinessEvents.MADE_UP;
import static org.nxsi.deferral.ledger.BusinessEvents.PUT_OFF;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.ConsumerGroup;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;

class WholeTopicTest {

    private static final int PERSONS = 400;
    private static final int FIRST_SERIAL = 20_000;

    /** Openings of two schemes, then two make-ups of the first: of each kind four batches, one for each quarter. */
    private static final int BATCHES = 16;

    @Test
    void two_instances_share_the_work_and_the_whole_topic_again_leaves_the_same_ledger() {
        try (LedgerUnderTest ledger = LedgerUnderTest.start("whole", "nxsi.instance=one");
                MongoClient client =
                        MongoClients.create(ledger.surroundings().store().uri());
                ConsumerGroup group = new ConsumerGroup(ledger.group(), "enrollment.events")) {
            ledger.declare("640104", "2020-01-23");
            ServiceUnderTest two = ledger.another("nxsi.instance=two");
            Eventually.that(
                    "both instances listen",
                    () -> group.clients().stream().anyMatch(each -> each.contains("one"))
                            && group.clients().stream().anyMatch(each -> each.contains("two")));

            sendAll();
            Eventually.that("all is worked off", group::isUpToDate);
            Eventually.that("all is told", () -> told().size() == BATCHES);
            List<Document> before = entries(client);
            assertThat(before).hasSize(PERSONS).allSatisfy(WholeTopicTest::assertHalfMadeUp);

            // As after a loss of the memory of what was done: every line is looked at again.
            ledger.service().close();
            two.close();
            Eventually.that("nobody listens", () -> group.clients().isEmpty());
            client.getDatabase("deferral").getCollection("deferral_batches").drop();
            group.rewind();
            ledger.another("nxsi.instance=three");
            Eventually.that("all is worked off again", group::isUpToDate);

            assertThat(entries(client)).isEqualTo(before);
        }
    }

    /** Shuffled, each event twice. */
    private static void sendAll() {
        List<Integer> batches =
                new ArrayList<>(IntStream.range(0, BATCHES).boxed().toList());
        batches.addAll(List.copyOf(batches));
        Collections.shuffle(batches, new Random(20200210));
        for (int batch : batches) {
            int from = FIRST_SERIAL + batch % 4 * (PERSONS / 4);
            int what = batch / 4;
            List<Map<String, Object>> lines = IntStream.range(from, from + PERSONS / 4)
                    .mapToObj(serial -> switch (what) {
                        case 0 -> BusinessEvents.putOff(serial, "110", "600.00");
                        case 1 -> BusinessEvents.putOff(serial, "210", "50.00");
                        case 2 -> BusinessEvents.madeUp(serial, "110", "400.00", "2020-03-01");
                        case 3 -> BusinessEvents.madeUp(serial, "110", "200.00", "2020-03-02");
                        default -> throw new IllegalStateException("no such batch: " + batch);
                    })
                    .toList();
            String id = "ledger-whole-" + batch;
            TestBroker.send("enrollment.events", id, BusinessEvents.bytes(what < 2 ? PUT_OFF : MADE_UP, id, lines));
        }
    }

    private static void assertHalfMadeUp(Document entry) {
        assertThat(entry.getString("state")).isEqualTo("PARTLY_MADE_UP");
        assertThat(entry.getLong("amount")).isEqualTo(65_000);
        assertThat(entry.getLong("madeUp")).isEqualTo(60_000);
        assertThat(entry.getList("postings", Document.class)).hasSize(4);
    }

    private static List<Document> entries(MongoClient client) {
        return client.getDatabase("deferral")
                .getCollection("deferral_entries")
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** How often each batch was told of. */
    private static Map<String, Integer> told() {
        Map<String, Integer> told = new TreeMap<>();
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            listener.heardSoFar(each -> each.key().startsWith("ledger-whole-"))
                    .forEach(each -> told.merge(each.key(), 1, Integer::sum));
        }
        return told;
    }
}
