package org.nxsi.deferral.lifting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsi.deferral.ledger.BusinessEvents;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.LedgerUnderTest;
import org.nxsi.deferral.period.Periods;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker dies in its third chunk and lets nothing go; another one goes on, and nobody can tell the difference. */
class KilledLiftingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHUNK = 10;
    private static final int ENTRIES = 45;
    private static final Duration LEASE = Duration.ofMillis(300);

    private static LedgerUnderTest ledger;

    @BeforeAll
    static void start() {
        ledger = LedgerUnderTest.start("killed");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** Where the worker dies, and the county that the test has. */
    enum Moment {
        BEFORE_THE_PLAN("640202"),
        BEFORE_THE_CHANGE("640205"),
        AFTER_THE_CHANGE("640221"),
        BEFORE_IT_IS_TOLD("640302"),
        AFTER_IT_IS_TOLD("640303");

        private final String county;

        Moment(String county) {
            this.county = county;
        }

        private int from() {
            return 1_000 * (ordinal() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lifting_killed_half_way_and_gone_on_with_leaves_the_same_as_an_undisturbed_one(Moment moment) {
        String period = lifted(moment.county, moment.from());
        BulkJobs jobs = ledger.service().part(LookingForLiftings.class).liftingJobs();
        begin(period);

        assertThatThrownBy(() -> dying(moment).workOff()).isInstanceOf(Killed.class);
        BulkJob halfWay = job(jobs, period);
        assertThat(halfWay.state()).isEqualTo(BulkJob.State.RUNNING);
        assertThat(halfWay.done()).isEqualTo(2L * CHUNK);
        assertThat(jobs.lease("too-early", LEASE))
                .as("the dead worker's lease holds")
                .isNull();
        Eventually.that("another one takes it up", () -> {
            worker(jobs, "second").workOff();
            return job(jobs, period).state() == BulkJob.State.DONE;
        });

        BulkJob done = job(jobs, period);
        assertThat(done.done()).isEqualTo(ENTRIES);
        assertThat(done.chunks()).isEqualTo(5);
        assertThat(told(moment.from())).hasSize(ENTRIES).doesNotHaveDuplicates();
        assertThat(entries(moment.from())).isEqualTo(undisturbed());
    }

    @Test
    void two_workers_at_once_do_it_once() throws Exception {
        String period = lifted("640323", 10_000);
        BulkJobs jobs = ledger.service().part(LookingForLiftings.class).liftingJobs();
        begin(period);

        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "worker-" + i;
                all.add(workers.submit(() -> worker(jobs, name).workOff()));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(job(jobs, period).done()).isEqualTo(ENTRIES);
        assertThat(told(10_000)).hasSize(ENTRIES).doesNotHaveDuplicates();
    }

    @Test
    void a_job_whose_record_was_superseded_while_it_ran_stops_and_leaves_the_rest_to_the_later_one() {
        String period = lifted("640424", 14_000);
        BulkJobs jobs = ledger.service().part(LookingForLiftings.class).liftingJobs();
        begin(period);
        assertThatThrownBy(() -> dying(Moment.BEFORE_THE_PLAN).workOff()).isInstanceOf(Killed.class);
        ledger.correctLifting(period, "2020-07-31");

        Eventually.that("another one takes it up", () -> {
            worker(jobs, "second").workOff();
            return job(jobs, period).state() == BulkJob.State.SUPERSEDED;
        });
        begin(period);
        worker(jobs, "third").workOff();

        assertThat(job(jobs, period).done()).isEqualTo(ENTRIES);
        assertThat(entries(14_000)).allSatisfy(entry -> assertThat(entry).contains("2020-11-02"));
    }

    private static String lifted(String county, int from) {
        String period = ledger.declare(county, "2020-01-23");
        ledger.putOff(county, from, ENTRIES);
        ledger.lift(period, "2020-06-30");
        return period;
    }

    /** The job stands in the store, and nobody works on it yet. */
    private static void begin(String period) {
        LookingForLiftings looking = ledger.service().part(LookingForLiftings.class);
        looking.begin(ledger.service().part(Periods.class).byId(period).orElseThrow());
    }

    private static @Nullable List<String> undisturbed;

    /** What the entries of a county look like whose lifting nobody disturbed. */
    private static List<String> undisturbed() {
        if (undisturbed == null) {
            int from = 12_000;
            String period = lifted("640422", from);
            begin(period);
            worker(ledger.service().part(LookingForLiftings.class).liftingJobs(), "alone")
                    .workOff();
            undisturbed = entries(from);
        }
        return undisturbed;
    }

    /** All that an entry says but whose it is and where. */
    private static List<String> entries(int from) {
        List<String> entries = new ArrayList<>();
        for (int serial = from; serial < from + ENTRIES; serial++) {
            Entry entry = ledger.entry(BusinessEvents.entryOf(serial));
            entries.add(String.join(
                    " ",
                    entry.state().name(),
                    String.valueOf(entry.deadline()),
                    String.valueOf(entry.reckoned()),
                    String.valueOf(entry.expiresAfter()),
                    String.valueOf(entry.deadlineRecord()),
                    String.valueOf(entry.version()),
                    String.valueOf(entry.postings().size()),
                    String.valueOf(entry.amount())));
        }
        return entries;
    }

    private static BulkJob job(BulkJobs jobs, String period) {
        BulkJob job = jobs.latestOf(period);
        assertThat(job).isNotNull();
        return job;
    }

    private static BulkWorker worker(BulkJobs jobs, String name) {
        return new BulkWorker(jobs, ledger.service().part(SettingDeadlines.class), name, CHUNK, LEASE);
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A worker that dies at the moment in its third chunk, as a killed process does: it lets nothing go. */
    private static BulkWorker dying(Moment moment) {
        BulkJobs jobs =
                new BulkJobs(
                        ledger.service().part(MongoDatabase.class),
                        ledger.service().part(OutboxRelay.class),
                        "deferral_liftings",
                        "deferral_lifting_chunks") {

                    @Override
                    void release(BulkJob job, String worker) {
                        // A killed process does not come here.
                    }

                    @Override
                    @Nullable
                    BulkJob advance(BulkJob job, BulkChunk done, String worker, Duration lease) {
                        dieIf(moment == Moment.AFTER_IT_IS_TOLD && job.chunks() == 2);
                        return super.advance(job, done, worker, lease);
                    }
                };
        SettingDeadlines work = ledger.service().part(SettingDeadlines.class);
        BulkWork dying = new BulkWork() {

            @Override
            public boolean isWanted(BulkJob job) {
                return work.isWanted(job);
            }

            @Override
            public List<String> next(BulkJob job, int limit) {
                List<String> ids = work.next(job, limit);
                dieIf(moment == Moment.BEFORE_THE_PLAN && job.chunks() == 2);
                return ids;
            }

            @Override
            public boolean hasLeftOver(BulkJob job) {
                return work.hasLeftOver(job);
            }

            @Override
            public List<String> apply(BulkJob job, List<String> ids) {
                dieIf(moment == Moment.BEFORE_THE_CHANGE && job.chunks() == 2);
                List<String> changed = work.apply(job, ids);
                dieIf(moment == Moment.AFTER_THE_CHANGE && job.chunks() == 2);
                return changed;
            }

            @Override
            public OutboxEvent event(BulkJob job, String chunk, List<String> changed) {
                dieIf(moment == Moment.BEFORE_IT_IS_TOLD && job.chunks() == 2);
                return work.event(job, chunk, changed);
            }
        };
        return new BulkWorker(jobs, dying, "dying-" + moment, CHUNK, LEASE);
    }

    private static void dieIf(boolean now) {
        if (now) {
            throw new Killed();
        }
    }

    private static List<String> told(int from) {
        List<String> ids = IntStream.range(from, from + ENTRIES)
                .mapToObj(BusinessEvents::entryOf)
                .toList();
        List<String> entries = new ArrayList<>();
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            listener.heardSoFar(each -> each.key().startsWith("EP-")).forEach(record -> {
                JsonNode event = JSON.readTree(record.value());
                if (event.path("type").asString().equals(SettingDeadlines.EVENT)) {
                    event.path("data").path("entries").forEach(each -> entries.add(each.asString()));
                }
            });
        }
        entries.retainAll(ids);
        return entries;
    }
}
