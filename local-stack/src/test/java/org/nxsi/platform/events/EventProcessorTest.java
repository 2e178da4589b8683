package org.nxsi.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.ProblemException;

class EventProcessorTest {

    private static final Caller ADMIN =
            new Caller("admin", "ops-console", List.of("admin"), null, null, null, null, null);

    private static Workbench bench;

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private final String topic = "p-" + UUID.randomUUID();
    private long offset;
    private DeadLetters letters;
    private EventProcessor processor;

    @BeforeAll
    static void start() {
        bench = new Workbench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void listen() {
        bench.database.getCollection("dead_letters").drop();
        letters = new DeadLetters(bench.database, bench.relay(), Workbench.JSON, "workbench");
        processor = processor("group", event -> {
            if (poison.contains(event.id())) {
                throw new IllegalStateException("cannot digest " + event.id());
            }
            handled.add(event.id());
        });
    }

    @Test
    void poison_goes_to_people_and_the_later_ones_of_its_key_wait_behind_it() {
        poison.add("a/2");

        deliver("a", 1);
        deliver("a", 2);
        deliver("b", 1);
        deliver("a", 3);
        deliver("b", 2);

        assertThat(handled).containsExactly("a/1", "b/1", "b/2");
        assertThat(open()).extracting(letter -> letter.getString("state")).containsExactly("DEAD", "PARKED");
        assertThat(open().getFirst().getString("cause")).contains("cannot digest a/2");
        try (TestListener listener = TestBroker.listen("workbench.dead-letters")) {
            assertThat(listener.await(
                            2,
                            letter -> letter.key().equals("a") && value(letter).contains(topic)))
                    .hasSize(2);
        }
    }

    @Test
    void when_the_cause_is_mended_the_letters_of_a_key_are_replayed_in_order() {
        poison.add("a/1");
        deliver("a", 1);
        deliver("a", 2);
        deliver("a", 3);
        DeadLetterController operations = new DeadLetterController(letters, List.of(processor));
        String first = open().getFirst().getString("_id");

        assertThatThrownBy(() -> operations.replay(ADMIN, first))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("still-poisonous");
        poison.clear();
        operations.replay(ADMIN, first);
        deliver("a", 4);

        assertThat(handled).containsExactly("a/1", "a/2", "a/3", "a/4");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_replay_is_for_administrators() {
        DeadLetterController operations = new DeadLetterController(letters, List.of(processor));
        Caller auditor = new Caller("x", "ops-console", List.of("auditor"), null, null, null, null, null);

        assertThatThrownBy(() -> operations.replay(auditor, "any")).hasMessageContaining("role-required");
        assertThatThrownBy(() -> operations.replay(ADMIN, "any")).hasMessageContaining("dead-letter-unknown");
    }

    @Test
    void another_instance_knows_of_the_dead_letter_too() {
        poison.add("a/1");
        deliver("a", 1);
        DeadLetters elsewhere = new DeadLetters(bench.database, bench.relay(), Workbench.JSON, "workbench");
        EventProcessor successor = new EventProcessor(processor.subscription(), Workbench.CLOUD_EVENTS, elsewhere);

        successor.process(received("a", 2));

        assertThat(handled).isEmpty();
        assertThat(open()).hasSize(2);
    }

    @Test
    void two_groups_of_one_topic_have_dead_letters_of_their_own() {
        EventProcessor other = processor("other-group", event -> handled.add("other " + event.id()));
        poison.add("a/1");
        ConsumerRecord<String, byte[]> first = received("a", 1);

        processor.process(first);
        other.process(first);

        assertThat(handled).containsExactly("other a/1");
    }

    @Test
    void what_is_no_event_is_poison_and_so_is_a_tombstone() {
        processor.process(new ConsumerRecord<>(topic, 0, offset++, "x", "not json".getBytes(UTF_8)));
        processor.process(new ConsumerRecord<>(topic, 0, offset++, "y", null));
        processor.process(new ConsumerRecord<>(topic, 0, offset++, null, "{}".getBytes(UTF_8)));

        assertThat(open()).hasSize(3);
        assertThat(open())
                .allSatisfy(letter -> assertThat(letter.getString("cause")).contains("not a CloudEvent"));
    }

    @Test
    void an_event_of_a_type_that_nobody_asked_for_is_passed_over() {
        OutboxEvent other = new OutboxEvent("o", topic, "a", "workbench.other", "a", 1, Instant.now(), "{}");

        processor.process(new ConsumerRecord<>(topic, 0, offset++, "a", Workbench.CLOUD_EVENTS.write(other)));

        assertThat(open()).isEmpty();
    }

    @Test
    void a_failing_store_is_no_poison() {
        EventProcessor unlucky = processor("group", event -> {
            throw new IllegalStateException("wrapped", new MongoTimeoutException("store away"));
        });

        assertThatThrownBy(() -> unlucky.process(received("a", 1))).isInstanceOf(IllegalStateException.class);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_write_that_the_store_refuses_is_poison() {
        MongoCollection<Document> things = bench.database.getCollection("things");
        things.drop();
        things.insertOne(new Document("_id", 1));
        EventProcessor single = processor("group", event -> things.insertOne(new Document("_id", 1)));
        EventProcessor bulk = processor("group", event -> things.insertMany(List.of(new Document("_id", 1))));

        single.process(received("a", 1));
        bulk.process(received("b", 1));

        assertThat(open()).hasSize(2);
    }

    @Test
    void while_the_store_is_away_the_partition_waits_and_then_goes_on_in_order() {
        TestBroker.topics(topic);
        AtomicInteger failures = new AtomicInteger(3);
        EventProcessor patient = processor("g-" + topic, event -> {
            if (failures.getAndDecrement() > 0) {
                throw new MongoTimeoutException("store away");
            }
            handled.add(event.id());
        });
        EventConsumers consumers = new EventConsumers(List.of(patient), letters, TestBroker.bootstrap(), "i1");
        consumers.start();
        try {
            for (int version = 1; version <= 3; version++) {
                TestBroker.send(topic, "a", Workbench.CLOUD_EVENTS.write(Workbench.event(topic, "a", version)));
            }
            Eventually.that("all three are handled", () -> handled.size() >= 3);
        } finally {
            consumers.stop();
        }

        assertThat(handled).containsExactly("a/1", "a/2", "a/3");
        assertThat(open()).isEmpty();
    }

    private EventProcessor processor(String group, EventHandler handler) {
        Subscription subscription = new Subscription(group, topic, 1, Map.of("workbench.changed", handler));
        return new EventProcessor(subscription, Workbench.CLOUD_EVENTS, letters);
    }

    private void deliver(String key, int version) {
        processor.process(received(key, version));
    }

    private ConsumerRecord<String, byte[]> received(String key, int version) {
        byte[] event = Workbench.CLOUD_EVENTS.write(Workbench.event(topic, key, version));
        return new ConsumerRecord<>(topic, 0, offset++, key, event);
    }

    private static String value(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.value(), UTF_8);
    }

    private List<Document> open() {
        return new ArrayList<>(letters.open(100, null));
    }
}
