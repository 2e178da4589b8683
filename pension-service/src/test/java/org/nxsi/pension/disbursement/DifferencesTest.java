package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.nxsi.platform.web.Role;

/** What a bank's statements say differently, and what two people, or a later statement, make of it. */
class DifferencesTest {

    private static final String DIFFERENCES = "/admin/v1/reconciliations/differences";

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest("nxsi.pension.statements.later=500ms");
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
    void a_return_that_nobody_told_us_of_after_closing_is_found_on_the_days_statement_and_booked_by_the_banks_word() {
        MonthUnderTest.Paid month = paidOn("2019-01", LocalDate.of(2020, 3, 16));
        reconcile(month);
        assertThat(month.step("closing", Role.FINANCE).text("status")).isEqualTo("CLOSED");
        long paid = Long.parseLong(month.report("paid"));
        long returned = Long.parseLong(month.report("returned"));

        LocalDate later = LocalDate.of(2020, 3, 19);
        pension.today(later);
        String endToEndId = pension.banks.paymentsOf("102", month.run).getFirst();
        pension.banks.returnLate(endToEndId);
        match("102", later);

        Eventually.that("it is returned", () -> month.report("returned").equals(String.valueOf(returned + 1)));
        assertThat(month.report("paid")).isEqualTo(String.valueOf(paid - 1));
        assertThat(month.report("fundBooksBalanced")).isEqualTo("true");
        assertThat(month.read("status")).isEqualTo("CLOSED");
        Eventually.that(
                "the difference is cleared",
                () -> states("102", "RETURNED_AT_BANK", month.run).equals("CLEARED"));
        Eventually.that("the day agrees", () -> day("102", later, "differences").equals("0"));
        assertThat(day("102", later, "accounts", "0", "returns")).isEqualTo("1");
        Answer books = pension.service.get("/admin/v1/fund-books/trial-balance", pension.token(Role.AUDITOR));
        assertThat(books.text("balanced")).isEqualTo("true");
    }

    @Test
    void a_payment_that_the_bank_never_booked_is_marked_returned_by_two_people_and_the_run_goes_on() {
        MonthUnderTest.Paid month = paidOn("2019-02", LocalDate.of(2020, 3, 23));
        String endToEndId = pension.banks.paymentsOf("103", month.run).getFirst();
        pension.banks.forget(endToEndId);
        month.step("reconciliation", Role.FINANCE);
        Eventually.that(
                "it is missing at the bank",
                () -> states("103", "MISSING_AT_BANK", month.run).equals("OPEN"));
        Eventually.that("all banks are matched", () -> reconciliation(month).equals("DIFFERENT"));
        assertThat(month.read("status")).isEqualTo("PAID");
        assertThat(month.step("closing", Role.FINANCE).status()).isEqualTo(409);

        String id = DIFFERENCES + "/" + only("103", "MISSING_AT_BANK", month.run, "id");
        assertThat(pension.service.get(id, pension.token(Role.AUDITOR)).text("allowed", "2", "action"))
                .isEqualTo("MARK_RETURNED");
        Answer notAllowed = propose(id, "CLAIM_BACK_FROM_BANK");
        assertThat(notAllowed.status()).isEqualTo(409);
        assertThat(notAllowed.text("code")).isEqualTo("action-not-allowed");
        assertThat(propose(id, "MARK_RETURNED").text("difference", "state")).isEqualTo("PROPOSED");
        assertThat(propose(id, "MARK_RETURNED").status()).isEqualTo(200);
        Answer same = pension.post(id + "/confirmation", pension.token(Role.FINANCE, "finance"), "{}");
        assertThat(same.text("code")).isEqualTo("same-person");
        assertThat(pension.post(id + "/confirmation", pension.token(Role.CLERK), "{}")
                        .status())
                .isEqualTo(403);
        Answer confirmed = pension.post(id + "/confirmation", pension.token(Role.REVIEWER), "{\"note\":\"seen\"}");
        assertThat(confirmed.text("difference", "state")).isEqualTo("RESOLVED");
        assertThat(pension.post(id + "/confirmation", pension.token(Role.REVIEWER), "{}")
                        .status())
                .isEqualTo(200);

        Eventually.that("it is returned", () -> month.report("returned").equals("7"));
        assertThat(month.report("paid")).isEqualTo("53");
        reconcile(month);
        assertThat(states("103", "MISSING_AT_BANK", month.run)).isEqualTo("RESOLVED");
        assertThat(states("103", "BALANCE", month.run)).isNotEqualTo("OPEN");
        assertThat(month.step("closing", Role.FINANCE).text("status")).isEqualTo("CLOSED");
        try (TestListener listener = pension.surroundings.listen(Topics.EVENTS, Topics.WORK)) {
            for (ConsumerRecord<String, byte[]> told : listener.heardSoFar(any -> true)) {
                EventSchemas.assertValid(told.value());
            }
        }
    }

    @Test
    void a_line_that_stands_on_the_statement_twice_is_cleared_by_the_statement_that_is_right_again() {
        MonthUnderTest.Paid month = paidOn("2019-03", LocalDate.of(2020, 3, 30));
        String endToEndId = pension.banks.paymentsOf("104", month.run).getFirst();
        pension.banks.writeTwice(endToEndId, true);
        month.step("reconciliation", Role.FINANCE);
        Eventually.that(
                "it is doubled", () -> states("104", "DUPLICATE", month.run).equals("OPEN"));
        Eventually.that("all banks are matched", () -> reconciliation(month).equals("DIFFERENT"));
        pension.banks.writeTwice(endToEndId, false);
        reconcile(month);
        assertThat(states("104", "DUPLICATE", month.run)).isEqualTo("CLEARED");
        assertThat(only("104", "DUPLICATE", month.run, "history", "1", "what")).isEqualTo("cleared");
    }

    @Test
    void a_line_that_is_late_is_missing_on_its_day_and_cleared_by_the_day_that_has_it() {
        LocalDate day = LocalDate.of(2020, 4, 7);
        MonthUnderTest.Paid month = paidOn("2019-04", day);
        String endToEndId = pension.banks.paymentsOf("105", month.run).getFirst();
        pension.banks.writeOn(endToEndId, day.plusDays(1));
        match("105", day);
        Eventually.that(
                "it is missing",
                () -> states("105", "MISSING_AT_BANK", month.run).equals("OPEN"));
        pension.today(day.plusDays(1));
        match("105", day.plusDays(1));
        Eventually.that(
                "it is there", () -> states("105", "MISSING_AT_BANK", month.run).equals("CLEARED"));
        assertThat(only("105", "MISSING_AT_BANK", month.run, "history", "1", "by"))
                .contains("105/2020-04-08");
        assertThat(states("105", "DUPLICATE", month.run)).isEmpty();
        match("105", day);
        Eventually.that(
                "the day was matched again", () -> day("105", day, "done").equals("true"));
        assertThat(states("105", "MISSING_AT_BANK", month.run)).isEqualTo("CLEARED");
    }

    @Test
    void a_day_that_is_over_is_matched_without_anybodys_asking() {
        LocalDate day = LocalDate.of(2020, 3, 10);
        paidOn("2019-05", day);
        pension.today(day.plusDays(2));
        Eventually.that(
                "both days of every bank are matched",
                () -> day("403", day, "done").equals("true")
                        && day("403", day.plusDays(1), "done").equals("true"));
        assertThat(day("403", day, "differences")).isEqualTo("0");
        assertThat(day("403", day, "accounts", "0", "payments")).isEqualTo("10");
        assertThat(day("403", day.plusDays(1), "accounts", "0", "payments")).isEqualTo("0");
        assertThat(pension.service
                        .get("/admin/v1/bank-statements?bank=403", pension.token(Role.AUDITOR))
                        .text("items", "0", "wantedBy"))
                .isEqualTo("sweep");
    }

    private static MonthUnderTest.Paid paidOn(String month, LocalDate day) {
        pension.today(day);
        MonthUnderTest.Paid paid = pension.month(month);
        paid.release();
        paid.untilStatus(RunStatus.PAID);
        return paid;
    }

    private static void reconcile(MonthUnderTest.Paid month) {
        month.step("reconciliation", Role.FINANCE);
        month.untilStatus(RunStatus.RECONCILED);
    }

    private static String reconciliation(MonthUnderTest.Paid month) {
        return pension.service
                .get(month.path + "/reconciliation", pension.token(Role.FINANCE))
                .text("state");
    }

    private static Answer propose(String difference, String action) {
        return pension.post(
                difference + "/proposal",
                pension.token(Role.FINANCE, "finance"),
                "{\"action\":\"%s\",\"note\":\"the bank has told us by telephone\"}".formatted(action));
    }

    private static void match(String bank, LocalDate day) {
        Answer wanted = pension.post(
                "/admin/v1/bank-statements/" + bank + "/" + day + "/matching", pension.token(Role.FINANCE), "{}");
        assertThat(wanted.status()).isEqualTo(202);
    }

    private static String day(String bank, LocalDate day, String... path) {
        return pension.service
                .get("/admin/v1/bank-statements/" + bank + "/" + day, pension.token(Role.AUDITOR))
                .text(path);
    }

    /** State of the one difference of this kind; empty if there is none. */
    private static String states(String bank, String kind, String run) {
        return only(bank, kind, run, "state");
    }

    private static String only(String bank, String kind, String run, String... path) {
        Answer found = pension.service.get(
                DIFFERENCES + "?bank=" + bank + "&kind=" + kind + "&run=" + run, pension.token(Role.AUDITOR));
        assertThat(found.text("items", "1", "id")).isEmpty();
        String[] full = new String[path.length + 2];
        full[0] = "items";
        full[1] = "0";
        System.arraycopy(path, 0, full, 2, path.length);
        return found.text(full);
    }
}
