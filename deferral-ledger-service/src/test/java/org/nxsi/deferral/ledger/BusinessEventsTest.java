package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.BusinessEvents.MADE_UP;
import static org.nxsi.deferral.ledger.BusinessEvents.PUT_OFF;
import static org.nxsi.deferral.ledger.BusinessEvents.entryOf;
import static org.nxsi.deferral.ledger.BusinessEvents.madeUp;
import static org.nxsi.deferral.ledger.BusinessEvents.putOff;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.money.Fen;

/** Every test has persons of its own. */
class BusinessEventsTest {

    private static LedgerUnderTest ledger;

    @BeforeAll
    static void start() {
        ledger = LedgerUnderTest.start("business");
        ledger.declare("640104", "2020-01-23");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void business_that_was_put_off_opens_an_entry_and_is_told() {
        send(
                PUT_OFF,
                "put-1",
                List.of(putOff(30_001, "110", "671.42"), putOff(30_001, "210", null), putOff(30_002, "110", null)));

        Eventually.that("both are there", () -> isThere(30_001) && isThere(30_002));
        Entry entry = ledger.entry(entryOf(30_001));
        assertThat(entry.state()).isEqualTo(State.OPEN);
        assertThat(entry.schemes()).containsExactly("110", "210");
        assertThat(entry.amount()).isNull();
        assertThat(entry.openedOn()).isEqualTo(LedgerUnderTest.TODAY);
        assertThat(entry.channel()).isEqualTo(Channel.SYSTEM);
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            var told = listener.await(1, each -> each.key().equals("put-1"));
            EventSchemas.assertValid(told.getFirst().value());
            assertThat(new String(told.getFirst().value())).contains("deferral.entries-changed", entryOf(30_002));
        }
    }

    @Test
    void a_make_up_that_overtakes_its_opening_counts_when_that_comes() {
        send(MADE_UP, "made-3", List.of(madeUp(30_003, "110", "671.42", "2020-03-01")));
        Eventually.that("it is kept", () -> isThere(30_003));
        assertThat(ledger.entry(entryOf(30_003)).state()).isEqualTo(State.AWAITED);
        assertThat(ledger.entries().ofSubject(SubjectKind.FLEXIBLE_WORKER, BusinessEvents.person(30_003)))
                .isEmpty();

        send(PUT_OFF, "put-3", List.of(putOff(30_003, "110", "671.42")));

        Eventually.that("it counts", () -> ledger.entry(entryOf(30_003)).state() == State.MADE_UP);
        assertThat(ledger.entry(entryOf(30_003)).madeUp()).isEqualTo(Fen.ofYuan("671.42"));
    }

    @Test
    void what_was_made_up_by_the_same_fact_is_made_up_at_once() {
        Map<String, Object> line = putOff(30_004, "110", null);
        line.put("madeUpOn", "2020-03-01");
        send(PUT_OFF, "put-4", List.of(line));

        Eventually.that(
                "it is made up",
                () -> isThere(30_004) && ledger.entry(entryOf(30_004)).state() == State.MADE_UP);
    }

    @Test
    void pension_service_says_the_same_in_the_same_shape() {
        Map<String, Object> line = putOff(30_005, "110", null);
        line.put("subjectKind", "RETIREE");
        line.put("kind", "CERTIFICATION");
        TestBroker.send(
                "pension.events", "put-5", BusinessEvents.bytes("pension.business-put-off", "put-5", List.of(line)));

        Eventually.that(
                "it is there",
                () -> ledger.entries().byId("RETIREE|" + BusinessEvents.person(30_005) + "|CERTIFICATION|2020-02")
                        != null);
    }

    @Test
    void a_line_without_a_period_waits_for_people_and_is_taken_when_the_period_is_declared() {
        Map<String, Object> elsewhere = putOff(30_006, "110", "671.42");
        elsewhere.put("area", "640202");
        Map<String, Object> misfit = putOff(30_006, "110", "671.42");
        misfit.put("kind", "CERTIFICATION");
        send(PUT_OFF, "put-6", List.of(elsewhere, misfit, putOff(30_007, "110", "1.00")));
        Eventually.that("the good line is taken", () -> isThere(30_007));
        Eventually.that("the others are listed", () -> refused("put-6").size() == 2);

        RefusedLine noPeriod = refused("put-6").stream()
                .filter(each -> each.code().equals("no-emergency-period"))
                .findFirst()
                .orElseThrow();
        assertThat(noPeriod.clause()).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(refused("put-6")).extracting(RefusedLine::code).contains("kind-does-not-fit-subject");
        Answer stillRefused = secondTry(noPeriod);
        assertThat(stillRefused.status()).as(stillRefused.body()).isEqualTo(422);
        ledger.declare("640200", "2020-01-23");
        Answer taken = secondTry(noPeriod);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(ledger.entry(entryOf(30_006)).amount()).isEqualTo(Fen.ofYuan("671.42"));
        assertThat(refused("put-6")).extracting(RefusedLine::code).containsExactly("kind-does-not-fit-subject");
    }

    @Test
    void an_entry_takes_no_more_facts_than_it_can_hold() {
        for (int event = 0; event < 5; event++) {
            String id = "full-" + event;
            send(
                    MADE_UP,
                    id,
                    java.util.stream.IntStream.range(0, 15)
                            .mapToObj(line -> madeUp(30_008, "110", "1.00", "2020-03-01"))
                            .toList());
            Eventually.that(
                    "it is taken in",
                    () -> ledger.service().part(PostedBatches.class).has(id));
        }

        assertThat(ledger.entry(entryOf(30_008)).postings()).hasSize(60);
        assertThat(refused("full-4")).hasSize(15).extracting(RefusedLine::code).containsOnly("entry-full");
    }

    @Test
    void what_is_no_batch_goes_to_people_and_holds_nobody_up() {
        TestBroker.send(
                "enrollment.events",
                "poison-9",
                BusinessEvents.unchecked(PUT_OFF, "poison-9", Map.of("lines", List.of())));
        send(PUT_OFF, "put-9", List.of(putOff(30_009, "110", null)));

        Eventually.that("the other one is there", () -> isThere(30_009));
    }

    private static void send(String type, String id, List<Map<String, Object>> lines) {
        TestBroker.send("enrollment.events", id, BusinessEvents.bytes(type, id, lines));
    }

    private static boolean isThere(int serial) {
        return ledger.entries().byId(entryOf(serial)) != null;
    }

    private static List<RefusedLine> refused(String event) {
        return ledger.service().part(RefusedLines.class).waiting(null, 500).stream()
                .filter(each -> each.event().equals(event))
                .toList();
    }

    private static Answer secondTry(RefusedLine line) {
        return ledger.post("deferrals/refused-lines/" + line.id() + "/second-try", ledger.clerk(), "{}");
    }
}
