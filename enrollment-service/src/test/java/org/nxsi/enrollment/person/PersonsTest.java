package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.nxsi.enrollment.person.RosterEvents.Line;
import org.nxsi.local.store.StoreServer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.PersonId;

class PersonsTest {

    private static final PersonNumbers NUMBERS = new PersonNumbers(ServiceUnderTest.PERSON_ID_KEY);

    private static StoreServer store;
    private static MongoClient client;

    private Persons persons;

    @BeforeContainer
    static void start() {
        store = StoreServer.inTempFolder();
        client = MongoClients.create(store.uri());
    }

    @AfterContainer
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeTry
    void empty() {
        client.getDatabase("enrollment").drop();
        persons = new Persons(client.getDatabase("enrollment"));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void events_leave_the_same_persons_in_any_order_and_however_often(
            @ForAll("events") List<ReceivedEvent> events, @ForAll Random random) {
        List<ReceivedEvent> delivered = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        delivered.forEach(this::take);

        Map<String, Map<String, String>> expected = newest(events);
        assertThat(persons.count()).isEqualTo(expected.size());
        expected.forEach((id, names) -> {
            Person person = persons.find(PersonId.parse(id));
            Map<String, String> found = new HashMap<>();
            person.roster()
                    .forEach((scheme, told) -> found.put(scheme, told.name().value()));
            assertThat(found).isEqualTo(names);
        });
    }

    @Property(tries = 3)
    void two_instances_that_meet_the_same_new_persons_both_succeed() throws Exception {
        List<Line> lines = new ArrayList<>();
        for (int serial = 0; serial < 300; serial++) {
            lines.add(RosterEvents.line(serial));
        }
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int instance = 0; instance < 4; instance++) {
                ReceivedEvent event = RosterEvents.received("e" + instance, Instant.EPOCH.plusSeconds(instance), lines);
                all.add(instances.submit(() -> take(event)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(persons.count()).isEqualTo(300);
    }

    /** Few persons, few schemes, so that events meet. A version tells the name: one version, one fact. */
    @Provide
    Arbitrary<List<ReceivedEvent>> events() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("110", "120", "170"),
                        Arbitraries.longs().between(1, 20))
                .as((serial, scheme, version) -> RosterEvents.line(serial)
                        .withScheme(scheme)
                        .withVersion(version)
                        .withName("张" + letters(version)));
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(batches -> {
                    List<ReceivedEvent> events = new ArrayList<>();
                    for (int i = 0; i < batches.size(); i++) {
                        events.add(RosterEvents.received("e" + i, Instant.ofEpochSecond(i), batches.get(i)));
                    }
                    return events;
                });
    }

    private void take(ReceivedEvent event) {
        persons.take(RosterBatch.read(event, NUMBERS).lines());
    }

    /** By person and scheme, the name of the highest version. */
    private static Map<String, Map<String, String>> newest(List<ReceivedEvent> events) {
        Map<String, Map<String, String>> names = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (ReceivedEvent event : events) {
            for (RosterLine line : RosterBatch.read(event, NUMBERS).lines()) {
                String slot = line.person() + line.scheme().code();
                if (line.told().version() >= versions.getOrDefault(slot, 0L)) {
                    versions.put(slot, line.told().version());
                    names.computeIfAbsent(line.person().value(), person -> new HashMap<>())
                            .put(line.scheme().code(), line.told().name().value());
                }
            }
        }
        return names;
    }

    private static String letters(long version) {
        return Character.toString('A' + (int) version);
    }
}
