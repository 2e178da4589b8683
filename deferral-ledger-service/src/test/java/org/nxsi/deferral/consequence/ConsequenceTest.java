package org.nxsi.deferral.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.deferral.Ledger;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.web.Role;

class ConsequenceTest {

    private static final String LIFTED = "640106";
    private static final String NOT_LIFTED = "640121";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void declared() {
        Ledger.lift(Ledger.declare(LIFTED), "2020-06-30");
        Ledger.declare(NOT_LIFTED);
    }

    @Test
    void within_the_window_the_missing_document_is_named() {
        Answer answer = lateFee(Ledger.service(), Ledger.february(NOT_LIFTED, Ledger.employer()), "2020-04-12");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("policy-unknown");
        assertThat(answer.text("policy")).isEqualTo("emergency.late_fee_waived");
        assertThat(answer.text("missing")).isEqualTo("自治区关于疫情期间延期缴费免收滞纳金的文件");
    }

    @Test
    void with_the_document_it_is_as_the_document_says() throws Exception {
        String entry = Ledger.february(LIFTED, Ledger.employer());

        Answer waived = lateFee(Ledger.another("nxsi.policy-file=" + waiver(true)), entry, "2020-09-30");
        Answer taken = lateFee(Ledger.another("nxsi.policy-file=" + waiver(false)), entry, "2020-04-12");

        assertThat(waived.text("fee")).isEqualTo("0.00");
        assertThat(waived.text("schemes", "0", "payments", "0", "ground")).isEqualTo("IN_WINDOW");
        assertThat(waived.text("schemes", "0", "payments", "0", "waiver", "docNo"))
                .isEqualTo("示例〔2020〕1号");
        assertThat(taken.text("fee")).isEqualTo("23.50");
        assertThat(taken.text("schemes", "0", "payments", "0", "days")).isEqualTo("47");
        assertThat(taken.text("clause")).isEqualTo("社会保险法 第八十六条");
        assertThat(taken.text("arrangement", "code")).isEqualTo("DEFERRAL");
    }

    @Test
    void after_the_deadline_a_person_decides_first_and_then_it_counts_from_the_due_date() {
        String entry = Ledger.february(LIFTED, Ledger.employer());

        Answer undecided = lateFee(Ledger.service(), entry, "2020-10-01");
        assertThat(undecided.status()).isEqualTo(409);
        assertThat(undecided.text("code")).isEqualTo("decision-required");
        assertThat(undecided.text("deadline")).isEqualTo("2020-09-30");
        assertThat(undecided.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");

        madeUpLate(entry);
        assertThat(lateFee(Ledger.service(), entry, "2020-10-01").text("code")).isEqualTo("decision-required");
        Ledger.today("2020-10-02");
        try {
            decideNormalRules(entry);
        } finally {
            Ledger.today(Ledger.TODAY);
        }
        Answer decided = lateFee(Ledger.service(), entry, "2020-10-01");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.text("schemes", "0", "payments", "0", "ground")).isEqualTo("NORMAL_RULES");
        assertThat(decided.text("schemes", "0", "payments", "0", "days")).isEqualTo("219");
        assertThat(decided.text("fee")).isEqualTo("109.50");
    }

    @Test
    void each_payment_is_under_the_rules_of_its_own_day() throws Exception {
        String entry = Ledger.february(LIFTED, Ledger.employer());
        makeUp(entry, "400.00", "2020-02-26");

        Answer answer = lateFee(Ledger.another("nxsi.policy-file=" + waiver(false)), entry, "2020-03-06");

        assertThat(answer.text("schemes", "0", "payments", "0", "paid")).isEqualTo("true");
        assertThat(answer.text("schemes", "0", "payments", "0", "fee")).isEqualTo("0.20");
        assertThat(answer.text("schemes", "0", "payments", "1", "amount")).isEqualTo("600.00");
        assertThat(answer.text("schemes", "0", "payments", "1", "fee")).isEqualTo("3.00");
        assertThat(answer.text("fee")).isEqualTo("3.20");
    }

    @Test
    void what_is_not_money_or_not_assessed_has_no_late_fee() {
        String registration = Ledger.open(
                LIFTED, "EMPLOYER", Ledger.employer(), "REGISTRATION", "110", "2020-02", "2020-02-25", null);
        String unknown = Ledger.open(
                LIFTED, "EMPLOYER", Ledger.employer(), "CONTRIBUTION", "110", "2020-02", "2020-02-25", null);

        assertThat(lateFee(Ledger.service(), registration, "2020-09-01").text("code"))
                .isEqualTo("nothing-to-pay");
        assertThat(lateFee(Ledger.service(), unknown, "2020-09-01").text("code"))
                .isEqualTo("amount-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-12-31", "2101-01-01", "20200-01-01", "yesterday"})
    void a_day_that_cannot_be_is_refused(String paidOn) {
        Answer answer = lateFee(Ledger.service(), Ledger.february(LIFTED, Ledger.employer()), paidOn);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("paidOn");
    }

    @Test
    void staff_of_another_county_learn_nothing() {
        String clerk = Ledger.staff("640104", "clerk-640104", Role.CLERK);
        String entry = Ledger.path(Ledger.february(LIFTED, Ledger.employer()));

        assertThat(Ledger.service()
                        .get("/admin/v1/deferrals/" + entry + "/late-fee", clerk)
                        .status())
                .isEqualTo(404);
        assertThat(Ledger.service()
                        .get("/admin/v1/deferrals/" + entry + "/interest", clerk)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void interest_runs_from_the_arrival_and_the_policies_are_named() {
        String entry = Ledger.path(Ledger.february(LIFTED, Ledger.employer()));

        Answer known =
                Ledger.service().get("/admin/v1/deferrals/" + entry + "/interest?arrivedOn=2020-05-20", Ledger.clerk());
        Answer unknown =
                Ledger.service().get("/admin/v1/deferrals/" + entry + "/interest?arrivedOn=2022-05-20", Ledger.clerk());

        assertThat(known.text("from")).isEqualTo("2020-05");
        assertThat(known.json().path("accounts").path(0).path("known").findValuesAsString("policy"))
                .containsExactly("deferral.account_interest_from", "account.interest_method", "account.interest_rate");
        assertThat(known.json().path("accounts").path(0).path("known").findValuesAsString("value"))
                .containsExactly("arrival", "month-product", "0.0604");
        assertThat(unknown.text("accounts", "0", "missing", "0", "policy")).isEqualTo("account.interest_rate");
    }

    @Test
    void a_postponed_month_bears_none_while_it_runs_and_says_that_it_is_another_arrangement() {
        Answer recorded = Ledger.post(
                "/admin/v1/postponements",
                Ledger.clerk(),
                Map.of(
                        "employer",
                        Ledger.employer(),
                        "area",
                        LIFTED,
                        "from",
                        "2020-02",
                        "to",
                        "2020-07",
                        "schemes",
                        List.of("110"),
                        "docNo",
                        "宁人社缓〔2020〕1号"));
        String path = "/admin/v1/postponements/" + recorded.text("id");
        String question = "/late-fee?scheme=110&amount=10000.00&dueDate=2020-02-25&paidOn=";
        assertThat(Ledger.service()
                        .get(path + question + "2020-07-31", Ledger.clerk())
                        .text("code"))
                .isEqualTo("postponement-not-there");
        Ledger.post(path + "/approval", Ledger.staff("640000", "reviewer", Role.REVIEWER), Map.of());

        Answer during = Ledger.service().get(path + question + "2020-07-31", Ledger.clerk());
        Answer after = Ledger.service().get(path + question + "2020-08-03", Ledger.clerk());

        assertThat(during.text("fee")).isEqualTo("0.00");
        assertThat(during.text("arrangement", "title")).isEqualTo("缓缴");
        assertThat(during.text("schemes", "0", "payments", "0", "ground")).isEqualTo("POSTPONED");
        assertThat(after.text("fee")).isEqualTo("15.00");
    }

    @Test
    void the_ledger_does_not_open_a_postponed_month_and_a_withdrawn_entry_frees_its_month() {
        String employer = Ledger.employer();
        String entry = Ledger.february(LIFTED, employer);
        Answer recorded = Ledger.post(
                "/admin/v1/postponements",
                Ledger.clerk(),
                Map.of(
                        "employer",
                        employer,
                        "area",
                        LIFTED,
                        "from",
                        "2020-02",
                        "to",
                        "2020-02",
                        "schemes",
                        List.of("110"),
                        "docNo",
                        "宁人社缓〔2020〕2号"));
        String approval = "/admin/v1/postponements/" + recorded.text("id") + "/approval";
        String reviewer = Ledger.staff("640000", "reviewer", Role.REVIEWER);
        assertThat(Ledger.post(approval, reviewer, Map.of()).text("code")).isEqualTo("month-deferred");

        Ledger.post(
                "/admin/v1/deferrals/" + Ledger.path(entry) + "/withdrawal", Ledger.clerk(), Map.of("reason", "改为缓缴"));
        assertThat(Ledger.post(approval, reviewer, Map.of()).status()).isEqualTo(200);

        Answer again =
                Ledger.opening(LIFTED, "EMPLOYER", employer, "CONTRIBUTION", "110", "2020-02", "2020-02-25", "1000.00");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("month-postponed");
        assertThat(reopen(entry).text("code")).as("nor does it open again").isEqualTo("month-postponed");
    }

    private static Answer reopen(String entry) {
        String path = "/admin/v1/deferrals/" + Ledger.path(entry);
        Ledger.post(path + "/reopening-proposal", Ledger.clerk(), Map.of("reason", "撤销有误"));
        return Ledger.post(path + "/reopening", Ledger.staff("640000", "reviewer", Role.REVIEWER), Map.of());
    }

    private static Answer lateFee(ServiceUnderTest service, String entry, String paidOn) {
        return service.get("/admin/v1/deferrals/" + Ledger.path(entry) + "/late-fee?paidOn=" + paidOn, Ledger.clerk());
    }

    private static void madeUpLate(String entry) {
        makeUp(entry, "1000.00", "2020-10-01");
    }

    private static void makeUp(String entry, String amount, String on) {
        Ledger.today(on);
        try {
            Answer answer = Ledger.post(
                    "/admin/v1/deferrals/" + Ledger.path(entry) + "/make-ups",
                    Ledger.clerk(),
                    Map.of("scheme", "110", "amount", amount, "on", on, "reference", "缴费单"));
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
        } finally {
            Ledger.today(Ledger.TODAY);
        }
    }

    private static void decideNormalRules(String entry) {
        String path = "/admin/v1/deferrals/" + Ledger.path(entry);
        Answer proposed = Ledger.post(path + "/normal-rules-proposal", Ledger.clerk(), Map.of("reason", "逾期未补缴"));
        assertThat(proposed.status()).as(proposed.body()).isLessThan(300);
        Answer decided =
                Ledger.post(path + "/normal-rules", Ledger.staff("640000", "reviewer", Role.REVIEWER), Map.of());
        assertThat(decided.status()).as(decided.body()).isLessThan(300);
    }

    /** A policy file with the document that decides. */
    private static Path waiver(boolean waived) throws Exception {
        return Files.writeString(folder.resolve("waiver-" + waived + ".yaml"), """
                policies:
                  - key: emergency.late_fee_waived
                    region: "640000"
                    scheme: all
                    valid_from: 2020-01-23
                    value: %s
                    unit: switch
                    doc_no: 示例〔2020〕1号
                    provenance: "made up for tests"
                    status: sample
                """.formatted(waived));
    }
}
