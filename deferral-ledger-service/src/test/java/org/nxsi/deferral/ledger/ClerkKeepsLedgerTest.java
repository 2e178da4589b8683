package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.LedgerUnderTest.pathOf;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Role;

/** Every test has an employer of its own. */
class ClerkKeepsLedgerTest {

    private static final String ENTRY = "EMPLOYER|%s|CONTRIBUTION|2020-02";

    private static LedgerUnderTest ledger;

    @BeforeAll
    static void start() {
        ledger = LedgerUnderTest.start("clerk");
        ledger.declare("640100", "2020-01-23");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void one_entry_a_month_with_its_clause_and_its_arrangement() {
        String employer = employer("A");
        Answer opened = ledger.post(
                "deferrals",
                ledger.clerk(),
                opening(
                        employer,
                        "[%s,%s]"
                                .formatted(
                                        month("2020-02", "2020-02-25", "\"1600.00\""),
                                        month("2020-01", "2020-02-05", "null"))));

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.text("entries", "0", "id")).isEqualTo(ENTRY.formatted(employer));
        assertThat(opened.text("entries", "0", "state", "code")).isEqualTo("OPEN");
        assertThat(opened.text("entries", "0", "amount")).isEqualTo("1600.00");
        assertThat(opened.text("entries", "0", "arrangement", "code")).isEqualTo("DEFERRAL");
        assertThat(opened.text("entries", "0", "arrangement", "title")).isEqualTo("延期");
        assertThat(opened.text("entries", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(opened.text("entries", "0", "standing", "standing")).isEqualTo("DEFERRED");
        assertThat(opened.text("entries", "1", "month")).isEqualTo("2020-01");
        assertThat(opened.text("entries", "1", "amount")).isEmpty();
        assertThat(heard("deferral.entry-opened", employer)).hasSize(2);
    }

    @Test
    void the_same_again_changes_nothing_and_other_data_is_refused() {
        String employer = employer("B");
        String body = opening(employer, "[" + month("2020-02", "2020-02-25", "\"1600.00\"") + "]");
        ledger.post("deferrals", ledger.clerk(), body);
        Entry before = ledger.entry(ENTRY.formatted(employer));

        assertThat(ledger.post("deferrals", ledger.clerk(), body).status()).isEqualTo(201);
        assertThat(ledger.entry(before.id())).isEqualTo(before);
        Answer other = ledger.post(
                "deferrals",
                ledger.clerk(),
                opening(employer, "[" + month("2020-02", "2020-02-25", "\"1700.00\"") + "]"));

        assertRefused(other, 409, "entry-exists-with-other-data");
        assertThat(ledger.entry(before.id())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "subjectId, 91640100MA7ABCD12M, 400, credit-code-check-digit",
        "kind, CERTIFICATION, 400, kind-does-not-fit-subject",
        "scheme, 11, 400, scheme-unknown",
        "area, 640200, 422, no-emergency-period",
        "area, 649999, 400, malformed-body",
        "reason, x, 400, text-required"
    })
    void what_cannot_stand_in_the_ledger_is_refused(String field, String value, int status, String code) {
        String good = opening(employer("C"), "[" + month("2020-02", "2020-02-25", "null") + "]");
        String bad = good.replaceFirst("\"%s\":\"[^\"]*\"".formatted(field), "\"%s\":\"%s\"".formatted(field, value));

        assertRefused(ledger.post("deferrals", ledger.clerk(), bad), status, code);
        assertThat(ledger.entries().byId(ENTRY.formatted(employer("C")))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01, 2020-01-22, 422, no-emergency-period",
        "2020-03, 2020-02-25, 422, month-outside-period",
        "2019-11, 2020-02-25, 422, month-outside-period"
    })
    void a_month_outside_the_period_is_refused_with_its_clause_and_no_month_is_entered(
            String month, String dueDate, int status, String code) {
        String employer = employer("D");
        Answer refused = ledger.post(
                "deferrals",
                ledger.clerk(),
                opening(
                        employer,
                        "[%s,%s]".formatted(month("2020-02", "2020-02-25", "null"), month(month, dueDate, "null"))));

        assertRefused(refused, status, code);
        assertThat(refused.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(refused.text("field")).startsWith("months[1].");
        assertThat(ledger.entries().byId(ENTRY.formatted(employer))).isNull();
    }

    @Test
    void an_amount_of_nothing_and_a_month_that_stands_twice_are_refused() {
        assertRefused(
                ledger.post(
                        "deferrals",
                        ledger.clerk(),
                        opening(employer("E"), "[" + month("2020-02", "2020-02-25", "\"0.00\"") + "]")),
                400,
                "amount-not-positive");
        String twice = month("2020-02", "2020-02-25", "null");
        assertRefused(
                ledger.post("deferrals", ledger.clerk(), opening(employer("E"), "[" + twice + "," + twice + "]")),
                400,
                "month-twice");
    }

    @Test
    void staff_of_another_area_can_neither_open_nor_see_it() {
        String employer = employer("F");
        String body = opening(employer, "[" + month("2020-02", "2020-02-25", "null") + "]");

        assertRefused(
                ledger.post("deferrals", ledger.tokenOf("640200", "clerk", Role.CLERK), body), 403, "area-not-yours");
        assertRefused(ledger.post("deferrals", ledger.reviewer(), body), 403, "role-required");
        ledger.post("deferrals", ledger.clerk(), body);
        String path = pathOf(ENTRY.formatted(employer));

        assertThat(ledger.get(path, ledger.tokenOf("640104", "clerk", Role.CLERK))
                        .status())
                .isEqualTo(200);
        assertRefused(ledger.get(path, ledger.tokenOf("640105", "clerk", Role.CLERK)), 404, "deferral-unknown");
    }

    @Test
    void it_is_made_up_in_part_and_then_in_whole() {
        String path = opened("G", "\"1600.00\"");
        Answer part = ledger.post(path + "/make-ups", ledger.clerk(), makeUp("\"600.00\"", "2020-03-01"));
        Answer whole = ledger.post(path + "/make-ups", ledger.clerk(), makeUp("\"1000.00\"", "2020-03-02"));

        assertThat(part.text("state", "code")).isEqualTo("PARTLY_MADE_UP");
        assertThat(part.text("madeUp")).isEqualTo("600.00");
        assertThat(whole.text("state", "code")).isEqualTo("MADE_UP");
        assertThat(whole.text("madeUpOn")).isEqualTo("2020-03-02");
        assertThat(whole.text("standing", "counts")).isEqualTo("true");
        assertRefused(
                ledger.post(path + "/make-ups", ledger.clerk(), makeUp("\"1.00\"", "2020-03-02")),
                409,
                "not-in-this-state");
        assertThat(heard("deferral.entry-made-up", employer("G"))).hasSize(2);
    }

    @Test
    void a_make_up_in_the_future_or_of_another_scheme_is_refused() {
        String path = opened("H", "\"1600.00\"");

        assertRefused(
                ledger.post(path + "/make-ups", ledger.clerk(), makeUp("null", "2020-03-03")), 400, "day-in-future");
        assertRefused(
                ledger.post(
                        path + "/make-ups",
                        ledger.clerk(),
                        makeUp("null", "2020-03-01").replace("\"110\"", "\"210\"")),
                409,
                "scheme-not-in-entry");
    }

    @Test
    void an_assessment_tells_the_amount() {
        String path = opened("J", "null");
        Answer assessed = ledger.post(
                path + "/assessments",
                ledger.clerk(),
                "{\"scheme\":\"110\",\"amount\":\"812.30\",\"reference\":\"HD-1\"}");

        assertThat(assessed.text("amount")).isEqualTo("812.30");
        assertThat(heard("deferral.entry-assessed", employer("J"))).hasSize(1);
    }

    @Test
    void what_was_withdrawn_is_opened_again_by_two_people_and_never_by_one() {
        String path = opened("K", "null");
        assertThat(ledger.post(path + "/withdrawal", ledger.clerk(), "{\"reason\":\"重复登记\"}")
                        .text("state", "code"))
                .isEqualTo("WITHDRAWN");
        assertRefused(
                ledger.post(
                        "deferrals",
                        ledger.clerk(),
                        opening(employer("K"), "[" + month("2020-02", "2020-02-25", "null") + "]")),
                409,
                "entry-withdrawn");
        assertRefused(ledger.post(path + "/reopening", ledger.reviewer(), "{}"), 409, "nothing-proposed");

        Answer proposed = ledger.post(path + "/reopening-proposal", ledger.reviewer(), "{\"reason\":\"撤销有误\"}");
        assertThat(proposed.text("state", "code")).isEqualTo("WITHDRAWN");
        assertRefused(ledger.post(path + "/reopening", ledger.reviewer(), "{}"), 403, "same-person");
        String sameWithAnotherAccount = ledger.service()
                .token("another-account")
                .client("ops-console")
                .roles(Role.REVIEWER)
                .claim("agency", "640000")
                .claim("person_id", "reviewer")
                .signed();
        assertRefused(ledger.post(path + "/reopening", sameWithAnotherAccount, "{}"), 403, "same-person");
        Answer reopened = ledger.post(path + "/reopening", ledger.token("reviewer2", Role.REVIEWER), "{}");

        assertThat(reopened.text("state", "code")).isEqualTo("REOPENED");
        assertThat(reopened.text("proposal")).isEmpty();
        assertThat(heard("deferral.entry-reopened", employer("K"))).hasSize(1);
    }

    @Test
    void a_payment_that_was_taken_back_opens_the_entry_again_without_it() {
        String path = opened("L", "\"1600.00\"");
        ledger.post(path + "/make-ups", ledger.clerk(), makeUp("\"1600.00\"", "2020-03-01"));
        ledger.post(path + "/reopening-proposal", ledger.clerk(), "{\"reason\":\"银行退回\"}");
        Answer reopened = ledger.post(path + "/reopening", ledger.reviewer(), "{}");

        assertThat(reopened.text("state", "code")).isEqualTo("REOPENED");
        assertThat(reopened.text("madeUp")).isEqualTo("0.00");
        assertThat(reopened.text("standing", "standing")).isEqualTo("DEFERRED");
    }

    @Test
    void a_proposal_does_not_outlive_what_it_was_made_about() {
        String path = opened("M", "\"1600.00\"");
        ledger.post(path + "/withdrawal", ledger.clerk(), "{\"reason\":\"重复登记\"}");
        ledger.post(path + "/reopening-proposal", ledger.clerk(), "{\"reason\":\"撤销有误\"}");
        assertRefused(
                ledger.post(path + "/reopening-proposal", ledger.reviewer(), "{\"reason\":\"另一提议\"}"),
                409,
                "proposal-waits");
        assertThat(ledger.post(path + "/reopening-rejection", ledger.reviewer(), "{}")
                        .status())
                .isEqualTo(200);

        assertRefused(ledger.post(path + "/reopening", ledger.reviewer(), "{}"), 409, "nothing-proposed");
    }

    @Test
    void an_open_entry_is_not_opened_again_and_normal_rules_wait_for_the_deadline() {
        String path = opened("N", "null");

        assertRefused(
                ledger.post(path + "/reopening-proposal", ledger.clerk(), "{\"reason\":\"误操作\"}"),
                409,
                "nothing-to-reopen");
        Answer tooSoon = ledger.post(path + "/normal-rules-proposal", ledger.clerk(), "{\"reason\":\"逾期\"}");
        assertRefused(tooSoon, 409, "not-after-deadline");
        assertThat(tooSoon.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
    }

    @Test
    void a_lump_sum_may_be_for_months_long_before_the_emergency() {
        String worker = BusinessEvents.person(7_001);
        Answer opened = ledger.post(
                "deferrals",
                ledger.clerk(),
                opening(worker, "[" + month("2015-03", "2020-02-28", "null") + "]")
                        .replace("EMPLOYER", "FLEXIBLE_WORKER")
                        .replace("CONTRIBUTION", "LUMP_SUM_MAKE_UP"));

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    @Test
    void standings_are_those_of_the_months_asked_for() {
        String employer = employer("P");
        ledger.post(
                "deferrals",
                ledger.clerk(),
                opening(
                        employer,
                        "[%s,%s]"
                                .formatted(
                                        month("2020-01", "2020-02-05", "null"),
                                        month("2020-02", "2020-02-25", "null"))));
        Answer standings = ledger.get(
                "deferrals/standings?subjectKind=EMPLOYER&subjectId=" + employer + "&from=2020-02&to=2020-06",
                ledger.clerk());

        assertThat(standings.json().path("months").size()).isEqualTo(1);
        assertThat(standings.text("months", "0", "month")).isEqualTo("2020-02");
        assertThat(standings.text("months", "0", "standing")).isEqualTo("DEFERRED");
        assertThat(standings.text("months", "0", "gap")).isEqualTo("false");
        assertThat(standings.text("months", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
    }

    private static String opened(String letter, String amount) {
        String employer = employer(letter);
        Answer opened = ledger.post(
                "deferrals", ledger.clerk(), opening(employer, "[" + month("2020-02", "2020-02-25", amount) + "]"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return pathOf(ENTRY.formatted(employer));
    }

    private static String opening(String subject, String months) {
        return """
                {"subjectKind":"EMPLOYER","subjectId":"%s","kind":"CONTRIBUTION","scheme":"110","area":"640104",\
                "reason":"疫情期间停工","channel":"WINDOW","months":%s}""".formatted(subject, months);
    }

    private static String month(String month, String dueDate, String amount) {
        return "{\"month\":\"%s\",\"dueDate\":\"%s\",\"amount\":%s}".formatted(month, dueDate, amount);
    }

    private static String makeUp(String amount, String on) {
        return "{\"scheme\":\"110\",\"amount\":%s,\"on\":\"%s\",\"reference\":\"JF-1\"}".formatted(amount, on);
    }

    /** A credit code with the letter in it. */
    private static String employer(String letter) {
        String start = "91640100MA7ABCD" + letter + "2";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < start.length(); i++) {
            sum += alphabet.indexOf(start.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return start + alphabet.charAt((31 - sum % 31) % 31);
    }

    private static List<ConsumerRecord<String, byte[]>> heard(String type, String key) {
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            List<ConsumerRecord<String, byte[]>> heard = listener.heardSoFar(
                    each -> each.key().equals(key) && new String(each.value()).contains("\"" + type + "\""));
            heard.forEach(each -> EventSchemas.assertValid(each.value()));
            return heard;
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
