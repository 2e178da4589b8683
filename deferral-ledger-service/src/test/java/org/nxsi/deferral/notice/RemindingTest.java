package org.nxsi.deferral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.deferral.Ledger;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.events.OutboxEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Its entries are due on 2020-10-09, three months after 2020-07-09. */
class RemindingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CITY = "640500";
    private static final String AREA = "640502";
    private static final LocalDate DEADLINE = LocalDate.parse("2020-10-09");

    private final Reminding reminding = Ledger.service().part(Reminding.class);

    @BeforeAll
    static void lifted() {
        Ledger.lift(Ledger.declare(CITY), "2020-07-09");
    }

    @Test
    void a_reminder_comes_30_and_7_and_1_day_before_and_once_however_often_the_step_runs() {
        String employer = Ledger.employer();
        String entry = Ledger.february(AREA, employer);

        assertThat(daysOf(employer)).isEmpty();
        remind(31, 30, 30, 29, 8);
        assertThat(daysOf(employer)).containsExactly("30");
        remind(7, 7, 6, 2);
        assertThat(daysOf(employer)).containsExactly("30", "7");
        remind(1, 1, 0, -1);
        assertThat(daysOf(employer)).containsExactly("1", "30", "7");
        assertThat(eventLines(entry))
                .extracting(each -> each.path("kind").asString())
                .containsOnly("CONTRIBUTION");
        assertThat(eventLines(entry)).hasSize(3);
    }

    @Test
    void the_notice_says_what_to_do_and_until_when_and_that_it_is_a_deferral() {
        String employer = Ledger.employer();
        Ledger.february(AREA, employer);
        remind(30);

        Answer notices = ofEmployer(Ledger.agent(employer));

        assertThat(notices.text("items", "0", "text")).isEqualTo("您延期办理的2020-02缴费，请于2020-10-09前（含当日）补办");
        assertThat(notices.text("items", "0", "arrangement", "title")).isEqualTo("延期");
        assertThat(notices.text("items", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(notices.text("items", "0", "settled")).isEqualTo("false");
        assertThat(notices.text("items", "0", "remindedOn")).isEqualTo("2020-09-09");
    }

    @Test
    void a_step_that_was_missed_is_made_up_while_the_next_one_is_not_due() {
        String employer = Ledger.employer();
        Ledger.february(AREA, employer);

        remind(20);
        assertThat(daysOf(employer)).containsExactly("30");
        String later = Ledger.employer();
        Ledger.february(AREA, later);
        remind(3);
        assertThat(daysOf(later)).as("not told that it is 30 days").containsExactly("7");
    }

    @Test
    void what_is_made_up_is_not_reminded_of() {
        String employer = Ledger.employer();
        String entry = Ledger.february(AREA, employer);
        Answer madeUp = Ledger.post(
                "/admin/v1/deferrals/" + Ledger.path(entry) + "/make-ups",
                Ledger.clerk(),
                Map.of("scheme", "110", "on", "2020-02-10", "reference", "缴费单"));
        assertThat(madeUp.status()).as(madeUp.body()).isLessThan(300);

        remind(30, 7, 1);

        assertThat(daysOf(employer)).isEmpty();
    }

    @Test
    void many_instances_at_the_same_moment_remind_once() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            entries.add(Ledger.february(AREA, Ledger.employer()));
        }
        Reminding other = Ledger.another().part(Reminding.class);

        List<CompletableFuture<Void>> running = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> (each % 2 == 0 ? reminding : other).remind(DEADLINE.minusDays(30))))
                .toList();
        running.forEach(CompletableFuture::join);

        entries.forEach(each -> assertThat(eventLines(each)).as(each).hasSize(1));
    }

    @Test
    void a_crash_between_the_event_and_the_notices_loses_no_notice_and_repeats_no_event() {
        remind(30);
        String employer = Ledger.employer();
        String entry = Ledger.february(AREA, employer);
        ReminderBatches batches = Ledger.service().part(ReminderBatches.class);
        ReminderPass pass = Objects.requireNonNull(batches.pass(ReminderPass.id(DEADLINE, ReminderStep.DAYS_30)));
        Notice notice = Notice.of(
                Objects.requireNonNull(Ledger.service().part(Entries.class).byId(entry)),
                DEADLINE,
                ReminderStep.DAYS_30,
                DEADLINE.minusDays(30));
        ReminderBatch batch = new ReminderBatch(pass.id() + "|" + pass.batch(), entry, List.of(notice));
        batches.keep(batch, event(batch.id(), entry, employer));

        remind(30);

        assertThat(daysOf(employer)).containsExactly("30");
        assertThat(eventLines(entry)).hasSize(1);
    }

    @Test
    void a_person_reads_their_own_notices_and_nobody_elses() {
        String person = Ledger.person();
        Ledger.open(AREA, "RESIDENT", person, "CONTRIBUTION", "170", "2020-02", "2020-02-28", "200.00");
        Ledger.open(AREA, "FLEXIBLE_WORKER", person, "REGISTRATION", "110", "2020-02", "2020-02-28", null);
        remind(30);

        Answer own = ofPerson(Ledger.citizen(person));

        assertThat(own.json().path("items").size()).isEqualTo(2);
        assertThat(own.body()).doesNotContain(person);
        assertThat(ofPerson(Ledger.citizen(Ledger.person()))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(ofEmployer(Ledger.agent(Ledger.employer()))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(ofPerson(Ledger.agent(Ledger.employer())).text("code")).isEqualTo("role-required");
    }

    @Test
    void the_clock_brings_them_about() {
        String employer = Ledger.employer();
        Ledger.february(AREA, employer);
        try (ServiceUnderTest ticking = Ledger.another("nxsi.deferral.reminders.look=200ms")) {
            Ledger.today("2020-09-09");
            Eventually.that("the employer is reminded", () -> daysOf(employer).equals(List.of("30")));
        } finally {
            Ledger.today(Ledger.TODAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS_30, 30, 8",
        "DAYS_7, 7, 2",
        "DAY_1, 1, 0",
    })
    void the_steps_cover_the_days_before_a_deadline_and_do_not_overlap(ReminderStep step, int first, int last) {
        LocalDate today = LocalDate.parse("2020-09-01");

        assertThat(step.days()).isEqualTo(first);
        assertThat(step.furthest(today)).isEqualTo(today.plusDays(first));
        assertThat(step.nearest(today)).isEqualTo(today.plusDays(last));
    }

    private void remind(int... daysAhead) {
        for (int days : daysAhead) {
            reminding.remind(DEADLINE.minusDays(days));
        }
    }

    private static List<String> daysOf(String employer) {
        return ofEmployer(Ledger.agent(employer)).json().path("items").findValuesAsString("days");
    }

    private static Answer ofEmployer(String token) {
        return Ledger.service().get("/v1/employers/me/deferral-notices", token);
    }

    private static Answer ofPerson(String token) {
        return Ledger.service().get("/v1/persons/me/deferral-notices", token);
    }

    /** Lines about an entry in all events so far, each event counted once by its id. */
    private static List<JsonNode> eventLines(String entry) {
        try (TestListener events = Ledger.surroundings().listen(Topics.EVENTS)) {
            events.await(1, each -> isReminder(each) && text(each).contains(entry));
            List<ConsumerRecord<String, byte[]>> heard =
                    events.heardSoFar(each -> isReminder(each) && text(each).contains(entry));
            List<JsonNode> lines = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> each : heard) {
                EventSchemas.assertValid(each.value());
                JsonNode event = JSON.readTree(each.value());
                if (!ids.contains(event.path("id").asString())) {
                    ids.add(event.path("id").asString());
                    event.path("data").path("lines").forEach(line -> {
                        if (line.path("entry").asString().equals(entry)) {
                            lines.add(line);
                        }
                    });
                }
            }
            return lines;
        }
    }

    private static boolean isReminder(ConsumerRecord<String, byte[]> event) {
        return JSON.readTree(event.value()).path("type").asString().equals(Reminding.DUE);
    }

    private static String text(ConsumerRecord<String, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }

    private static OutboxEvent event(String batch, String entry, String employer) {
        String data = JSON.writeValueAsString(Map.of(
                "deadline", DEADLINE.toString(),
                "days", 30,
                "lines",
                        List.of(Map.of(
                                "entry",
                                entry,
                                "subjectKind",
                                "EMPLOYER",
                                "subjectId",
                                employer,
                                "kind",
                                "CONTRIBUTION",
                                "month",
                                "2020-02",
                                "area",
                                AREA))));
        return new OutboxEvent(
                Reminding.DUE + "/" + batch,
                Topics.EVENTS,
                DEADLINE.toString(),
                Reminding.DUE,
                batch,
                1,
                Instant.now(),
                data);
    }
}
