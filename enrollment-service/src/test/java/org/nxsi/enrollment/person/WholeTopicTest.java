package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentApplication;
import org.nxsi.enrollment.person.RosterEvents.Line;
import org.nxsi.local.testing.ConsumerGroup;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;

class WholeTopicTest {

    private static final int PERSONS = 600;
    private static final int BATCHES = 24;
    private static final int FIRST_SERIAL = 2_000;

    @Test
    void two_instances_share_the_work_and_the_whole_topic_again_leaves_the_same_persons() {
        TestBroker.topics("pension.events");
        try (Surroundings surroundings = Surroundings.start();
                MongoClient client = MongoClients.create(surroundings.store().uri());
                ConsumerGroup group = new ConsumerGroup("enrollment-service", "pension.events")) {
            ServiceUnderTest one = surroundings.service(EnrollmentApplication.class, "nxsi.instance=one");
            ServiceUnderTest two = surroundings.service(EnrollmentApplication.class, "nxsi.instance=two");
            Eventually.that(
                    "both instances listen",
                    () -> group.clients().stream().anyMatch(each -> each.contains("one"))
                            && group.clients().stream().anyMatch(each -> each.contains("two")));

            sendAll();
            Eventually.that("all is worked off", group::isUpToDate);
            Eventually.that("all is told", () -> told().size() == BATCHES);
            List<Document> before = persons(client);
            assertThat(before).hasSize(PERSONS).allSatisfy(WholeTopicTest::assertNewest);

            one.close();
            two.close();
            Eventually.that("nobody listens", () -> group.clients().isEmpty());
            group.rewind();
            surroundings.service(EnrollmentApplication.class, "nxsi.instance=three");
            Eventually.that("all is worked off again", group::isUpToDate);

            assertThat(persons(client)).isEqualTo(before);
            assertThat(told())
                    .hasSize(BATCHES)
                    .allSatisfy((batch, times) -> assertThat(times).as(batch).isEqualTo(1));
        }
    }

    /** Versions of the same persons over many events, shuffled, each event twice. */
    private static void sendAll() {
        List<Integer> batches =
                new ArrayList<>(IntStream.range(0, BATCHES).boxed().toList());
        batches.addAll(List.copyOf(batches));
        Collections.shuffle(batches, new Random(20200210));
        for (int batch : batches) {
            int version = batch / 4;
            int from = FIRST_SERIAL + batch % 4 * (PERSONS / 4);
            List<Line> lines = IntStream.range(from, from + PERSONS / 4)
                    .mapToObj(serial ->
                            RosterEvents.line(serial).withVersion(version).withName("张" + (char) ('A' + version)))
                    .toList();
            String id = "whole-" + batch;
            TestBroker.send("pension.events", id, RosterEvents.bytes(id, Instant.EPOCH.plusSeconds(version), lines));
        }
    }

    private static void assertNewest(Document person) {
        Document told = person.get("roster", Document.class).get("110", Document.class);
        assertThat(told.getLong("version")).isEqualTo(BATCHES / 4 - 1);
        assertThat(told.getString("name")).isEqualTo("张F");
    }

    private static List<Document> persons(MongoClient client) {
        TreeSet<String> ids = new TreeSet<>();
        IntStream.range(FIRST_SERIAL, FIRST_SERIAL + PERSONS)
                .forEach(serial -> ids.add(RosterEvents.line(serial).personId()));
        return client.getDatabase("enrollment")
                .getCollection("persons")
                .find(Filters.in("_id", ids))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** How often each batch was told of. */
    private static Map<String, Integer> told() {
        Map<String, Integer> told = new TreeMap<>();
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            listener.heardSoFar(each -> each.key().startsWith("whole-"))
                    .forEach(each -> told.merge(each.key(), 1, Integer::sum));
        }
        return told;
    }
}
