package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A month from the clerk's first step to the closed run, with banks that behave and banks that do not. */
class MonthIsPaidTest {

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
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

    @Test
    void everybody_is_paid_or_returned_and_the_banks_books_say_the_same() {
        MonthUnderTest.Paid month = pension.month("2019-01");
        month.release();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("entitled")).isEqualTo("120");
        assertThat(month.report("paid")).isEqualTo("108");
        assertThat(month.report("returned")).isEqualTo("12");
        assertThat(month.report("unknown")).isEqualTo("0");
        assertThat(month.report("entitledAmount")).isEqualTo("120001.20");
        assertThat(month.report("paidAmount")).isEqualTo("108001.08");
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("108001.08"));

        month.step("reconciliation", Role.FINANCE);
        month.untilStatus(RunStatus.RECONCILED);
        assertThat(month.step("closing", Role.FINANCE).text("status")).isEqualTo("CLOSED");
        Answer books = pension.service.get("/admin/v1/fund-books/trial-balance", pension.token(Role.AUDITOR));
        assertThat(books.text("balanced")).isEqualTo("true");
    }

    @Test
    void a_second_click_on_release_pays_nobody_twice_and_says_so() {
        MonthUnderTest.Paid month = pension.month("2019-02");
        month.release();
        Answer second = month.step("release", Role.FINANCE);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("repeated")).isEqualTo("true");
        month.untilStatus(RunStatus.PAID);
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("108001.08"));
    }

    @Test
    void a_step_that_comes_again_after_the_run_went_on_finds_itself_done() {
        MonthUnderTest.Paid month = pension.month("2019-11");
        month.release();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.step("release", Role.FINANCE).text("repeated")).isEqualTo("true");
        assertThat(month.step("approval", Role.REVIEWER).text("repeated")).isEqualTo("true");
        assertThat(month.allotAgain().text("status")).isEqualTo("PAID");
        assertThat(month.step("funding-application", Role.CLERK).text("status")).isEqualTo("PAID");
        assertThat(month.step("release", Role.FINANCE, "other-finance", "{}").text("code"))
                .isEqualTo("run-not-there");
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("108001.08"));
    }

    @Test
    void the_same_month_is_not_made_twice() {
        MonthUnderTest.Paid month = pension.month("2019-03");
        assertThat(month.make().status()).isEqualTo(202);
        Answer again = month.make();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("run-exists");
        assertThat(again.text("run")).isEqualTo("2019-03-R1");
    }

    @Test
    void silence_after_booking_is_unknown_until_the_bank_is_asked_and_never_a_second_order() {
        MonthUnderTest.Paid month = pension.month("2019-04");
        pension.banks.behave("103", FakeBanks.Mood.BOOKS_AND_DROPS_THE_REPLY);
        month.release();
        Eventually.that("the other banks are done", () -> month.report("paid").equals("88"));
        assertThat(month.report("unknown")).isEqualTo("20");
        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("108001.08"));
    }

    @Test
    void a_bank_that_was_away_gets_the_same_message_again_after_its_not_found() {
        MonthUnderTest.Paid month = pension.month("2019-05");
        pension.banks.behave("103", FakeBanks.Mood.IS_AWAY);
        month.release();
        Eventually.that("the other banks are done", () -> month.report("paid").equals("88"));
        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("paid")).isEqualTo("108");
        assertThat(month.ordersReceived()).doesNotHaveDuplicates();
    }

    @Test
    void a_report_by_callback_counts_only_from_its_own_bank_and_only_once() {
        MonthUnderTest.Paid month = pension.month("2019-06");
        pension.banks.behave("104", FakeBanks.Mood.BOOKS_AND_DROPS_THE_REPLY);
        month.release();
        Eventually.that(
                "bank 104 has the order", () -> month.ordersReceived().stream().anyMatch(id -> id.contains(".104-")));
        String messageId = month.ordersReceived().stream()
                .filter(id -> id.contains(".104-"))
                .findFirst()
                .orElseThrow();
        byte[] report = pension.banks.report("104", messageId);
        assertThat(callback("104", "105", report)).isEqualTo(403);
        assertThat(callback("105", "105", report)).isEqualTo(401);
        assertThat(callback("104", "104", report)).isEqualTo(204);
        assertThat(callback("104", "104", report)).isEqualTo(204);
        pension.banks.behaveAll();
        month.untilStatus(RunStatus.PAID);
        assertThat(month.report("paid")).isEqualTo("108");
    }

    @Test
    void maker_approver_and_releaser_are_three_persons() {
        MonthUnderTest.Paid month = pension.month("2019-07");
        month.fund();
        Answer sameMaker = month.step("approval", Role.REVIEWER, "clerk", "{}");
        assertThat(sameMaker.status()).isEqualTo(403);
        assertThat(sameMaker.text("code")).isEqualTo("same-person");
        assertThat(month.step("approval", Role.CLERK, "other", "{}").status()).isEqualTo(403);
        assertThat(month.step("approval", Role.REVIEWER).status()).isEqualTo(200);
        Answer sameApprover = month.step("release", Role.FINANCE, "reviewer", "{}");
        assertThat(sameApprover.text("code")).isEqualTo("same-person");
        assertThat(month.ordersReceived()).isEmpty();
    }

    @Test
    void nothing_is_released_that_was_not_allotted() {
        MonthUnderTest.Paid month = pension.month("2018-12");
        month.make();
        month.untilStatus(RunStatus.CALCULATED);
        Answer lines = month.step("funding-application", Role.CLERK);
        assertThat(lines.text("status")).isEqualTo("FUNDS_APPLIED");
        Answer approval = month.step("approval", Role.REVIEWER);
        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.text("code")).isEqualTo("run-not-there");
        assertThat(month.step("release", Role.FINANCE).status()).isEqualTo(409);
    }

    @Test
    void only_a_batch_that_its_bank_has_refused_for_good_goes_under_a_new_message_id() {
        MonthUnderTest.Paid month = pension.month("2018-11");
        month.release();
        month.untilStatus(RunStatus.PAID);
        Answer batches = pension.service.get("/admin/v1/payment-batches?run=" + month.run, pension.token(Role.AUDITOR));
        String batch = batches.text("items", "0", "id");
        Answer again =
                pension.post("/admin/v1/payment-batches/" + batch + "/resubmission", pension.token(Role.FINANCE), "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("batch-not-refused");
    }

    @Test
    void whatever_a_month_tells_keeps_the_schema_of_its_type() {
        MonthUnderTest.Paid month = pension.month("2018-10");
        month.release();
        month.untilStatus(RunStatus.PAID);
        month.step("reconciliation", Role.FINANCE);
        month.untilStatus(RunStatus.RECONCILED);
        try (TestListener listener = pension.surroundings.listen(Topics.EVENTS, Topics.WORK)) {
            List<ConsumerRecord<String, byte[]>> told = listener.heardSoFar(any -> true);
            assertThat(told).isNotEmpty();
            told.forEach(each -> EventSchemas.assertValid(each.value()));
        }
    }

    private int callback(String bank, String partner, byte[] report) {
        String token = pension.service
                .token("bank-" + partner)
                .client("bank-" + partner)
                .roles(Role.BANK)
                .claim("partner", partner)
                .signed();
        return pension.service
                .send(pension.service
                        .request("/partner/v1/banks/" + bank + "/payment-status-reports", token)
                        .header("Content-Type", "application/vnd.nxsi.sealed+json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(report)))
                .status();
    }
}
