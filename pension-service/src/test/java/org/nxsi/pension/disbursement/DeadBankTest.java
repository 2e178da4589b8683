package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestListener;
import org.nxsi.pension.Topics;
import org.nxsi.pension.payment.Batches;
import org.nxsi.pension.payment.FakeBanks;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/** One bank is dead for a while: its own people wait, all others are paid, and it catches up by itself. */
class DeadBankTest {

    private static final String ESCALATED = "/admin/v1/payment-batches/escalated";

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest(
                "nxsi.partner.timeout_ms=1500",
                "nxsi.pension.disbursement.beneficiaries-per-slice=12",
                "nxsi.pension.payment.escalate-after=2s",
                "nxsi.pension.payment.escalate-asked=2",
                "nxsi.pension.payment.escalation-look=500ms",
                "nxsi.pension.payment.longest-wait=1s");
        pension.beneficiaries(120);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @AfterEach
    void calm() {
        pension.banks.behaveAll();
    }

    @ParameterizedTest
    @CsvSource({"2019-01, IS_AWAY", "2019-02, HANGS", "2019-03, GARBLES"})
    void a_dead_bank_delays_only_its_own_people_and_catches_up_by_itself(String name, FakeBanks.Mood mood) {
        MonthUnderTest.Paid month = pension.month(name);
        pension.banks.behave("103", mood);
        month.release();
        Eventually.that("the other banks are done", () -> month.report("paid").equals("88"));
        assertThat(month.report("unknown")).isEqualTo("20");
        Eventually.that("the circuit is open", () -> !circuit("103", "state").equals("closed"));
        assertThat(circuit("104", "state")).isEqualTo("closed");

        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("paid")).isEqualTo("108");
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("108001.08"));
        Eventually.that("the circuit is closed", () -> circuit("103", "state").equals("closed"));
    }

    @Test
    void no_call_goes_out_while_the_circuit_is_open_and_few_to_see_whether_the_bank_is_back() {
        MonthUnderTest.Paid month = pension.month("2019-04");
        pension.banks.behave("105", FakeBanks.Mood.IS_AWAY);
        int before = pension.banks.calls("105");
        month.release();
        Eventually.that("the circuit is open", () -> circuit("105", "state").equals("open"));
        Eventually.that("the other banks are done", () -> month.report("paid").equals("88"));
        Instant begin = Instant.now();
        int atBegin = pension.banks.calls("105");
        // ten batches wait for this bank; without a circuit each would be tried every second
        Eventually.that("four seconds are over", () -> Instant.now().isAfter(begin.plusSeconds(4)));
        int whileOpen = pension.banks.calls("105") - atBegin;
        assertThat(atBegin - before).isLessThan(40);
        assertThat(whileOpen).isBetween(1, 24);
    }

    @Test
    void a_bank_that_stays_silent_is_named_to_people_once_and_its_answer_ends_it() {
        MonthUnderTest.Paid month = pension.month("2019-05");
        pension.banks.behave("313", FakeBanks.Mood.BOOKS_AND_DROPS_THE_REPLY);
        month.release();
        Eventually.that("its batches are escalated", () -> escalated(month.run) > 0);
        JsonNode batch = escalatedBatches(month.run).getFirst();
        assertThat(batch.path("bank").asString()).isEqualTo("313");
        assertThat(batch.path("escalation").path("reason").asString()).isIn("SILENT", "NOT_REACHED");
        assertThat(Instant.parse(batch.path("escalation").path("since").asString()))
                .isBefore(Instant.now());
        try (TestListener listener = pension.surroundings.listen(Topics.EVENTS)) {
            ConsumerRecord<String, byte[]> told = listener.await(
                            1,
                            each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8)
                                    .contains("pension.batch-escalated"))
                    .getFirst();
            EventSchemas.assertValid(told.value());
        }
        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(escalated(month.run)).isZero();
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
    }

    @Test
    void a_dead_bank_holds_up_the_reconciliation_of_its_own_statements_only_and_nothing_is_a_dead_letter() {
        MonthUnderTest.Paid month = pension.month("2019-06");
        month.release();
        month.untilStatus(RunStatus.PAID);
        pension.banks.behave("102", FakeBanks.Mood.HANGS);
        month.step("reconciliation", Role.FINANCE);
        Eventually.that("five banks are matched", () -> doneBanks(month) == 5);
        MonthUnderTest.Paid next = pension.month("2019-07");
        next.make();
        next.untilStatus(RunStatus.CALCULATED);
        pension.banks.behaveAll();
        month.untilStatus(RunStatus.RECONCILED);
        Answer dead = pension.service.get("/ops/v1/dead-letters", pension.token(Role.ADMIN));
        assertThat(dead.body()).doesNotContain("103/");
    }

    @Test
    void what_an_instance_had_taken_up_when_it_died_is_sent_as_soon_as_one_begins() {
        MonthUnderTest.Paid month = pension.month("2019-08");
        month.fund();
        month.step("approval", Role.REVIEWER);
        pension.service
                .part(Batches.class)
                .release(
                        month.run,
                        id -> new OutboxEvent(
                                id + "/lost",
                                Topics.WORK,
                                id,
                                "pension.message-that-died-with-its-instance",
                                id,
                                1,
                                Instant.now(),
                                "{}"));
        assertThat(month.ordersReceived()).isEmpty();
        pension.instance("nxsi.partner.timeout_ms=1500");
        Eventually.that("all orders are sent", () -> month.ordersReceived().size() >= 50);
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
    }

    private static long doneBanks(MonthUnderTest.Paid month) {
        String body = pension.service
                .get(month.path + "/reconciliation", pension.token(Role.FINANCE))
                .body();
        return body.split("\"done\":true", -1).length - 1L;
    }

    private static int escalated(String run) {
        return escalatedBatches(run).size();
    }

    /** Of this run: the list may still name batches of a month before. */
    private static List<JsonNode> escalatedBatches(String run) {
        return pension.service
                .get(ESCALATED + "?limit=100", pension.token(Role.FINANCE))
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("run").asString().equals(run))
                .toList();
    }

    private static String circuit(String bank, String field) {
        Answer banks = pension.service.get("/admin/v1/payment-banks", pension.token(Role.ADMIN));
        int at = FakeBanks.CODES.indexOf(bank);
        assertThat(banks.text("items", String.valueOf(at), "code")).isEqualTo(bank);
        return banks.text("items", String.valueOf(at), "circuit", field);
    }
}
