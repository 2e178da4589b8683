package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestListener;
import org.nxsi.pension.Topics;
import org.nxsi.pension.payment.FakeBanks;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/** A bank that says nothing at all, and two people who resolve its batches against its statement. */
class SilentBankTest {

    private static final String BATCHES = "/admin/v1/payment-batches";
    private static final JsonMapper JSON = new JsonMapper();

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest(
                "nxsi.partner.timeout_ms=3000",
                "nxsi.pension.payment.escalate-after=1s",
                "nxsi.pension.payment.escalate-asked=2",
                "nxsi.pension.payment.escalation-look=500ms",
                "nxsi.pension.payment.longest-wait=1s");
        pension.beneficiaries(60);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @AfterEach
    void calm() {
        pension.banks.behaveAll();
    }

    @Test
    void what_its_statement_shows_is_taken_over_by_two_people_and_its_own_word_changes_nothing_afterwards() {
        LocalDate day = LocalDate.of(2020, 2, 3);
        MonthUnderTest.Paid month = released("2019-01", day, "403", FakeBanks.Mood.GIVES_STATEMENTS_ONLY);
        List<String> batches = escalated(month, "403");
        String batch = batches.getFirst();
        assertThat(pension.post(BATCHES + "/" + batch + "/resolutions", pension.token(Role.REVIEWER), "{}")
                        .status())
                .isEqualTo(403);
        pension.today(day.plusDays(2));
        Answer notSo = propose(batch, "NEVER_RECEIVED", day.plusDays(1), null);
        assertThat(notSo.text("code")).isEqualTo("booked-after-all");

        for (String each : batches) {
            Answer proposed = propose(each, "AS_BOOKED", day, null);
            assertThat(proposed.status()).isEqualTo(201);
            assertThat(proposed.text("evidence", "origin")).isEqualTo("BANK_STATEMENT");
            assertThat(propose(each, "AS_BOOKED", day, null).text("number")).isEqualTo("1");
            assertThat(decide(each, "confirmation", "finance").text("code")).isEqualTo("same-person");
            assertThat(decide(each, "confirmation", "reviewer").text("state")).isEqualTo("CONFIRMED");
            assertThat(decide(each, "confirmation", "reviewer").status()).isEqualTo(200);
        }
        month.untilStatus(RunStatus.PAID);
        assertThat(escalatedNow(month, "403")).isEmpty();
        assertThat(month.report("paid")).isEqualTo("54");
        assertThat(month.report("returned")).isEqualTo("6");
        assertThat(month.report("fundBooksBalanced")).isEqualTo("true");
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("54000.54"));

        pension.banks.behaveAll();
        month.step("reconciliation", Role.FINANCE);
        month.untilStatus(RunStatus.RECONCILED);
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
        try (TestListener listener = pension.surroundings.listen(Topics.EVENTS, Topics.WORK)) {
            for (ConsumerRecord<String, byte[]> told : listener.heardSoFar(any -> true)) {
                EventSchemas.assertValid(told.value());
            }
        }
    }

    @Test
    void what_no_closed_day_shows_goes_again_under_the_same_id_once_two_people_have_said_so() {
        LocalDate day = LocalDate.of(2020, 2, 10);
        MonthUnderTest.Paid month = released("2019-02", day, "104", FakeBanks.Mood.LOSES_ORDERS);
        List<String> batches = escalated(month, "104");
        String batch = batches.getFirst();
        assertThat(propose(batch, "NEVER_RECEIVED", day, null).text("code")).isEqualTo("day-does-not-fit");
        assertThat(propose(batch, "AS_BOOKED", day, null).text("code")).isEqualTo("nothing-on-statement");
        pension.today(day.plusDays(2));
        pension.banks.behave("104", FakeBanks.Mood.IGNORES_INQUIRIES);
        assertThat(propose(batch, "NEVER_RECEIVED", day.plusDays(2), null).text("code"))
                .isEqualTo("day-does-not-fit");
        Answer proposed = propose(batch, "NEVER_RECEIVED", day.plusDays(1), null);
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(sent(month, batch)).isEqualTo(1);
        assertThat(decide(batch, "confirmation", "reviewer").status()).isEqualTo(200);
        Eventually.that("the same message goes again", () -> sent(month, batch) == 2);

        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("paid")).isEqualTo("54");
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("54000.54"));
    }

    @Test
    void a_bank_that_gives_not_even_statements_is_resolved_from_paper() {
        LocalDate day = LocalDate.of(2020, 2, 17);
        MonthUnderTest.Paid month = released("2019-03", day, "105", FakeBanks.Mood.BOOKS_AND_DROPS_THE_REPLY);
        List<String> batches = escalated(month, "105");
        String batch = batches.getFirst();
        Eventually.that(
                "no statement either",
                () -> propose(batch, "AS_BOOKED", day, null).text("code").equals("bank-not-reached"));
        String header = "endToEndId,kind,amount,account,bookedOn,reason\n";
        Answer wrong = propose(batch, "AS_BOOKED", day, header + "x,PAYMENT,1.00,62");
        assertThat(wrong.text("code")).isEqualTo("paper-not-understood");
        assertThat(wrong.text("line")).isEqualTo("2");
        for (String each : batches) {
            String paper = header + String.join("\n", pension.banks.paper(each + "-1"));
            assertThat(propose(each, "AS_BOOKED", day, paper).text("evidence", "origin"))
                    .isEqualTo("PAPER");
            assertThat(decide(each, "rejection", "reviewer").text("state")).isEqualTo("REJECTED");
            assertThat(propose(each, "AS_BOOKED", day, paper).text("number")).isEqualTo("2");
            assertThat(pension.post(
                                    BATCHES + "/" + each + "/resolutions/2/confirmation",
                                    pension.token(Role.REVIEWER),
                                    "{\"note\":\"as on paper\"}")
                            .status())
                    .isEqualTo(200);
        }
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("paid")).isEqualTo("54");
        assertThat(month.report("returned")).isEqualTo("6");
    }

    @Test
    void nobody_resolves_what_the_bank_is_still_being_asked_about() {
        pension.today(LocalDate.of(2020, 2, 24));
        MonthUnderTest.Paid month = pension.month("2019-04");
        month.release();
        month.untilStatus(RunStatus.PAID);
        String batch = pension.service
                .get(BATCHES + "?run=" + month.run, pension.token(Role.FINANCE))
                .text("items", "0", "id");
        Answer refused = propose(batch, "AS_BOOKED", LocalDate.of(2020, 2, 24), null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("batch-not-escalated");
    }

    private static MonthUnderTest.Paid released(String name, LocalDate day, String bank, FakeBanks.Mood mood) {
        pension.today(day);
        MonthUnderTest.Paid month = pension.month(name);
        pension.banks.behave(bank, mood);
        month.release();
        return month;
    }

    /** All of the bank's batches, once all of them were sent and are escalated. */
    private static List<String> escalated(MonthUnderTest.Paid month, String bank) {
        Eventually.that(
                "its batches are escalated", () -> escalatedNow(month, bank).size() == 2);
        return escalatedNow(month, bank);
    }

    private static List<String> escalatedNow(MonthUnderTest.Paid month, String bank) {
        List<String> ids = new ArrayList<>();
        pension.service
                .get(BATCHES + "/escalated?limit=100", pension.token(Role.FINANCE))
                .json()
                .path("items")
                .forEach(batch -> {
                    if (batch.path("run").asString().equals(month.run)
                            && batch.path("bank").asString().equals(bank)
                            && !batch.path("status").asString().equals("RELEASED")) {
                        ids.add(batch.path("id").asString());
                    }
                });
        return ids;
    }

    private static Answer propose(String batch, String outcome, LocalDate day, String paper) {
        java.util.Map<String, String> body = new java.util.HashMap<>(
                java.util.Map.of("outcome", outcome, "day", day.toString(), "note", "the bank's statement of the day"));
        if (paper != null) {
            body.put("paper", paper);
        }
        return pension.post(
                BATCHES + "/" + batch + "/resolutions",
                pension.token(Role.FINANCE, "finance"),
                JSON.writeValueAsString(body));
    }

    private static Answer decide(String batch, String verdict, String person) {
        return pension.post(
                BATCHES + "/" + batch + "/resolutions/1/" + verdict,
                pension.token(Role.REVIEWER, person),
                "{\"note\":\"seen\"}");
    }

    private static long sent(MonthUnderTest.Paid month, String batch) {
        return month.ordersReceived().stream()
                .filter(id -> id.startsWith(batch + "-"))
                .count();
    }
}
