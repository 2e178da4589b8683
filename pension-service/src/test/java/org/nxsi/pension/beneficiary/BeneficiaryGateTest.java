package org.nxsi.pension.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.PensionUnderTest;

class BeneficiaryGateTest {

    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private final MongoDatabase database = PensionUnderTest.service().part(MongoDatabase.class);
    private final BeneficiaryGate gate = new BeneficiaryGate(database, alive::contains, alive::contains);

    @BeforeEach
    void nobodyIsInside() {
        database.getCollection("beneficiary_gate").drop();
    }

    @Test
    void a_roster_waits_for_the_run_and_a_run_for_the_roster() {
        alive.addAll(Set.of("run", "roster", "later"));
        assertThat(gate.letRead("run")).isNull();
        assertThat(gate.letRead("run")).isNull();
        assertThat(gate.letIn("roster")).isEqualTo("run");
        alive.remove("run");
        assertThat(gate.letIn("roster")).isNull();
        assertThat(gate.changing()).isEqualTo("roster");
        assertThat(gate.letRead("later")).isEqualTo("roster");
        alive.remove("roster");
        assertThat(gate.changing()).isNull();
        assertThat(gate.letRead("later")).isNull();
    }

    @Test
    void two_runs_read_side_by_side() {
        alive.addAll(Set.of("one", "two", "roster"));
        assertThat(gate.letRead("one")).isNull();
        assertThat(gate.letRead("two")).isNull();
        alive.remove("one");
        assertThat(gate.letIn("roster")).isEqualTo("two");
    }

    @Test
    void however_they_come_nobody_reads_while_somebody_changes() throws Exception {
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger changing = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String id = (i % 3 == 0 ? "roster" : "run") + i;
                boolean isRoster = i % 3 == 0;
                done.add(threads.submit(() -> {
                    alive.add(id);
                    boolean isIn = (isRoster ? gate.letIn(id) : gate.letRead(id)) == null;
                    if (isIn) {
                        inside.incrementAndGet();
                        (isRoster ? changing : reading).incrementAndGet();
                        together.addAndGet(reading.get() > 0 && changing.get() > 0 ? 1 : 0);
                        (isRoster ? changing : reading).decrementAndGet();
                    }
                    alive.remove(id);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(inside.get()).isPositive();
        assertThat(together.get()).isZero();
    }
}
