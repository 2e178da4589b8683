package org.nxsi.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class OutboxRelayTest {

    private static Workbench bench;

    @BeforeAll
    static void start() {
        bench = new Workbench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @AfterEach
    void clear() {
        bench.aggregates.drop();
    }

    @Test
    void events_leave_in_the_order_of_their_changes_and_nothing_stays_behind() {
        OutboxRelay relay = bench.relay();
        bench.newAggregate("order");
        bench.change("order", bench.event("order", 1), bench.event("order", 2));
        bench.change("order", bench.event("order", 3));

        relay.publish(bench.aggregates, "order");

        assertThat(bench.told("order")).containsExactly("order/1", "order/2", "order/3");
        assertThat(bench.aggregate("order").getList("outbox", Object.class)).isEmpty();
        assertThat(bench.aggregate("order")).doesNotContainKeys(Outbox.SINCE, Outbox.LEASED_BY, Outbox.LEASED_UNTIL);
    }

    @Test
    void a_bulk_write_is_told_of_every_document() {
        OutboxRelay relay = bench.relay();
        List<String> ids = IntStream.range(0, 450).mapToObj(i -> "bulk" + i).toList();
        ids.forEach(id -> {
            bench.newAggregate(id);
            bench.change(id, bench.event(id, 1));
        });

        relay.publish(bench.aggregates, ids);

        assertThat(relay.oldest_s()).isZero();
        assertThat(bench.told("bulk0")).containsExactly("bulk0/1");
        assertThat(bench.told("bulk449")).containsExactly("bulk449/1");
    }

    @Test
    void a_crash_between_sending_and_removing_repeats_events_and_loses_none() {
        OutboxRelay dying = new OutboxRelay(new DyingSender());
        OutboxRelay survivor = bench.relay();
        survivor.watch(bench.aggregates);
        bench.newAggregate("crash");
        bench.change("crash", bench.event("crash", 1), bench.event("crash", 2));

        assertThatThrownBy(() -> dying.publish(bench.aggregates, "crash")).isInstanceOf(Death.class);
        bench.change("crash", bench.event("crash", 3));
        survivor.publish(bench.aggregates, "crash");
        assertThat(bench.told("crash")).as("the dead one's lease still holds").containsExactly("crash/1", "crash/2");

        bench.leasesRunOut();
        bench.timePasses();
        survivor.sweep();

        assertThat(bench.told("crash")).containsExactly("crash/1", "crash/2", "crash/1", "crash/2", "crash/3");
        assertThat(bench.aggregate("crash").getList("outbox", Object.class)).isEmpty();
    }

    @Test
    void a_crash_before_sending_is_made_good_by_the_sweep() {
        OutboxRelay relay = bench.relay();
        relay.watch(bench.aggregates);
        bench.newAggregate("unsent");
        bench.change("unsent", bench.event("unsent", 1));
        bench.timePasses();
        assertThat(relay.oldest_s()).isGreaterThan(25);

        relay.sweep();

        assertThat(bench.told("unsent")).containsExactly("unsent/1");
        assertThat(relay.oldest_s()).isZero();
    }

    @Test
    void sixteen_events_may_wait_and_the_next_change_is_refused() {
        bench.newAggregate("full");
        for (int version = 1; version <= 15; version++) {
            assertThat(bench.change("full", bench.event("full", version))).isTrue();
        }

        assertThat(bench.change("full", bench.event("full", 16), bench.event("full", 17)))
                .as("two more would be seventeen")
                .isFalse();
        assertThat(bench.change("full", bench.event("full", 16))).isTrue();
        assertThat(bench.change("full", bench.event("full", 17))).isFalse();

        bench.relay().publish(bench.aggregates, "full");
        assertThat(bench.change("full", bench.event("full", 17))).isTrue();
        assertThat(bench.told("full")).hasSize(16);
    }

    @Test
    void a_change_has_one_to_sixteen_events() {
        assertThatThrownBy(() -> Outbox.hasRoomFor(17)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outbox.hasRoomFor(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outbox.append(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_waits_longest_tells_the_age_whatever_comes_after() {
        OutboxRelay relay = bench.relay();
        relay.watch(bench.aggregates);
        bench.newAggregate("old");
        bench.change("old", bench.event("old", 1));
        bench.timePasses();
        bench.change("old", bench.event("old", 2));

        assertThat(relay.oldest_s()).isGreaterThan(25);
    }

    @Test
    void an_event_that_cannot_be_sent_holds_back_its_own_document_only() {
        OutboxRelay relay = bench.relay();
        relay.watch(bench.aggregates);
        bench.newAggregate("stuck");
        bench.newAggregate("well");
        OutboxEvent impossible = Workbench.event("no such topic!", "stuck", 2);
        bench.change("stuck", bench.event("stuck", 1), impossible, bench.event("stuck", 3));
        bench.change("well", bench.event("well", 1), bench.event("well", 2));

        relay.publish(bench.aggregates, List.of("stuck", "well"));

        assertThat(bench.told("well")).containsExactly("well/1", "well/2");
        assertThat(bench.told("stuck"))
                .as("what comes after may not jump ahead")
                .containsExactly("stuck/1");
        assertThat(bench.aggregate("stuck").getList("outbox", Object.class)).hasSize(2);

        bench.timePasses();
        relay.sweep();
        assertThat(bench.aggregate("stuck").getDate(Outbox.LEASED_UNTIL))
                .as("it rests and leaves the turn to others")
                .isInTheFuture();
    }

    @Test
    void two_relays_never_interleave() throws Exception {
        int changes = 60;
        List<OutboxRelay> relays = List.of(bench.relay(), bench.relay(), bench.relay());
        bench.newAggregate("busy");

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> publishing = new ArrayList<>();
            for (int version = 1; version <= changes; version++) {
                while (!bench.change("busy", bench.event("busy", version))) {
                    relays.getFirst().publish(bench.aggregates, "busy");
                }
                for (OutboxRelay relay : relays) {
                    publishing.add(threads.submit(() -> relay.publish(bench.aggregates, "busy")));
                }
            }
            for (Future<?> each : publishing) {
                each.get();
            }
        }
        relays.getFirst().publish(bench.aggregates, "busy");

        assertThat(bench.told("busy"))
                .isEqualTo(IntStream.rangeClosed(1, changes)
                        .mapToObj(version -> "busy/" + version)
                        .toList());
    }

    private static final class Death extends Error {}

    /** The process dies when the brokers have the events, before anything is removed. */
    private static final class DyingSender extends EventSender {

        DyingSender() {
            super(new KafkaTemplate<>(bench.producers), Workbench.CLOUD_EVENTS);
        }

        @Override
        int[] send(List<List<OutboxEvent>> documents) {
            super.send(documents);
            throw new Death();
        }
    }
}
