package org.nxsi.enrollment.wage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/** 网上人社 第4项 劳动工资管理. */
class WageServiceTest {

    private static final String PATH = "/v1/employers/me/wage-declarations";
    private static final String RELATIONS = "/v1/employers/me/employee-relations";

    private final String employer = Registered.employer();
    private final String agent = Registered.agent(employer, Registered.person());

    @Test
    void a_wage_is_kept_as_declared_and_its_base_stays_within_the_limits_of_the_month() {
        String low = employ("2020-01");
        String high = employ("2020-01");
        String middle = employ("2020-01");

        Answer answer = send(wage(low, "1000.00"), wage(high, "50000.00"), wage(middle, "6000.00"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("done").asInt()).isEqualTo(3);
        assertThat(answer.text("outcomes", "items", "0", "bases", "110"))
                .as("the lowest base of 2019, sample, stays in 2020 (人社部发〔2020〕11号)")
                .isEqualTo("3300.00");
        assertThat(answer.text("outcomes", "items", "1", "bases", "110")).isEqualTo("16785.51");
        assertThat(answer.text("outcomes", "items", "2", "bases", "410")).isEqualTo("6000.00");
        assertThat(answer.text("limits", "0", "lowest")).isEqualTo("3300.00");
        assertThat(answer.json().path("limits").path(0).path("policies").toString())
                .contains("contribution.average_wage");
        assertThat(declared(low, "2020-03").wage()).hasToString("1000.00");
    }

    @Test
    void where_the_limits_are_not_known_the_wage_is_kept_and_the_missing_document_named() {
        String number = employ("2020-01");
        Registered.post(
                RELATIONS,
                agent,
                Map.of("rows", relation("变更", number, Map.of("hiredOn", "2019-01-02", "from", "2019-01"))));

        Answer answer = send(wage(number, "6000.00", "2019-01"));

        assertThat(answer.text("outcomes", "items", "0", "result"))
                .as(answer.body())
                .isEqualTo("DONE");
        assertThat(answer.json()
                        .path("outcomes")
                        .path("items")
                        .path(0)
                        .path("bases")
                        .size())
                .isZero();
        assertThat(answer.text("limits", "0", "policy")).isEqualTo("contribution.limit_rounding");
        assertThat(declared(number, "2019-02").wage()).hasToString("6000.00");
    }

    @Test
    void a_wrong_row_is_refused_by_name_and_its_neighbours_are_kept() {
        String number = employ("2020-01");

        refused(wage("640104196002290012", "6000.00"), "social-number-check-digit");
        refused(wage(number, "-6000.00"), "field-invalid");
        refused(wage(number, "0.00"), "wage-not-positive");
        refused(wage(number, "6,000"), "field-invalid");
        refused(wage(number, "99999999.00"), "wage-implausible");
        refused(wage(number, "6000.00", "2020-13"), "field-invalid");
        refused(wage(number, "6000.00", "2020-04"), "month-too-late");
        refused(wage(number, "6000.00", "2016-01"), "made-up-at-the-agency-only");
        refused(wage(number, "6000.00", ""), "field-missing");
        refused(wage(number, "6000.00", "2019-12"), "not-insured-here");
        refused(wage(Registered.person(), "6000.00"), "not-insured-here");
        refused(wage(Registered.freshNumber(), "6000.00"), "not-insured-here");
        Map<String, Object> named = new HashMap<>(wage(number, "6000.00"));
        named.put("name", "李四");
        refused(named, "name-differs");
        Answer both = send(wage(number, "abc"), wage(number, "6000.00"));

        assertThat(both.json().path("done").asInt()).isOne();
        assertThat(declared(number, "2020-01").wage()).hasToString("6000.00");
    }

    @Test
    void of_two_wages_from_the_same_month_the_later_counts_and_the_same_again_changes_nothing() {
        String number = employ("2020-01");
        send(wage(number, "6000.00"));

        Answer same = send(wage(number, "6000.00"));
        Answer other = send(wage(number, "7000.00"), wage(number, "8000.00", "2020-02"));

        assertThat(same.json().path("alreadySo").asInt()).isOne();
        assertThat(other.json().path("done").asInt()).isEqualTo(2);
        assertThat(declared(number, "2020-01").wage()).hasToString("7000.00");
        assertThat(declared(number, "2020-02").wage()).hasToString("8000.00");
    }

    @Test
    void a_wage_told_with_the_start_holds_from_then_on_and_all_of_a_month_are_listed() {
        String told = Registered.person();
        Registered.post(
                RELATIONS,
                agent,
                Map.of(
                        "rows",
                        relation("增员", told, Map.of("hiredOn", "2020-01-15", "from", "2020-01", "wage", "5500.00"))));
        employ("2020-01");

        Answer first = EnrollmentUnderTest.service().get(PATH + "?month=2020-02&limit=1", agent);
        Answer all = EnrollmentUnderTest.service().get(PATH + "?month=2020-02", agent);

        assertThat(declared(told, "2020-02").wage()).hasToString("5500.00");
        assertThat(first.json().path("items").size()).isOne();
        assertThat(first.text("next")).isNotEmpty();
        assertThat(all.json().path("items").size()).isEqualTo(2);
        assertThat(all.body()).contains("5500.00", "*明").doesNotContain(told);
        assertThat(EnrollmentUnderTest.service()
                        .get(PATH + "?month=2020-13", agent)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_file_of_5000_rows_is_carried_out_soon_and_a_formula_refuses_it_whole() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(employ("2020-01"));
        }
        StringBuilder file = new StringBuilder("社会保障号码,姓名,月工资,起始年月\n");
        numbers.forEach(each -> file.append(each).append(",张明,6543.21,2020-01\n"));
        for (int i = 3; i < 5_000; i++) {
            file.append("640104196002290012,张明,6543.21,2020-01\n");
        }
        String key = EnrollmentUnderTest.freshKey();

        Answer formula = file(EnrollmentUnderTest.freshKey(), file + "=A1,张明,1,2020-01\n");
        Answer accepted = file(key, file.toString());
        Answer replayed = file(key, file.toString());

        assertThat(formula.text("code")).isEqualTo("formula-cell");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(replayed.text("id")).isEqualTo(accepted.text("id"));
        String location = accepted.headers().firstValue("Location").orElseThrow();
        Eventually.that(
                "the wages are kept",
                () -> EnrollmentUnderTest.service()
                        .get(location, agent)
                        .text("state")
                        .equals("DONE"));
        Answer done = EnrollmentUnderTest.service().get(location, agent);
        assertThat(done.json().path("done").asInt()).isEqualTo(3);
        assertThat(done.json().path("refused").asInt()).isEqualTo(4_997);
        assertThat(declared(numbers.getFirst(), "2020-01").wage()).hasToString("6543.21");
        String stranger = Registered.agent(Registered.employer(), Registered.person());
        assertThat(EnrollmentUnderTest.service().get(location, stranger).text("code"))
                .isEqualTo("batch-unknown");
    }

    @Test
    void nobody_else_has_business_here() {
        Map<String, Object> body = Map.of("rows", wage(Registered.person(), "6000.00"));

        assertThat(Registered.post(PATH, EnrollmentUnderTest.agent(employer, Registered.person()), body)
                        .text("code"))
                .isEqualTo("agent-not-appointed");
        assertThat(Registered.post(PATH, EnrollmentUnderTest.citizen(Registered.person(), "web"), body)
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(PATH, agent, Map.of("rows", List.of())).text("field"))
                .isEqualTo("rows");
        assertThat(Registered.post(PATH, agent, Map.of("rows", Map.of("salary", "1")))
                        .text("code"))
                .isEqualTo("malformed-body");
    }

    private void refused(Map<String, Object> row, String code) {
        Answer answer = send(row);
        assertThat(answer.text("outcomes", "items", "0", "code"))
                .as(answer.body())
                .isEqualTo(code);
    }

    private String employ(String from) {
        String number = Registered.person();
        Answer started = Registered.post(
                RELATIONS,
                agent,
                Map.of("rows", relation("增员", number, Map.of("hiredOn", "2020-01-15", "from", from))));
        assertThat(started.json().path("done").asInt()).as(started.body()).isOne();
        return number;
    }

    private static Map<String, Object> relation(String kind, String number, Map<String, Object> more) {
        Map<String, Object> row = new HashMap<>(Map.of("kind", kind, "number", number, "name", "张明"));
        row.putAll(more);
        return row;
    }

    private static Map<String, Object> wage(String number, String wage) {
        return wage(number, wage, "2020-01");
    }

    private static Map<String, Object> wage(String number, String wage, String from) {
        return Map.of("number", number, "wage", wage, "from", from);
    }

    @SafeVarargs
    private Answer send(Map<String, Object>... rows) {
        return Registered.post(PATH, agent, Map.of("rows", List.of(rows)));
    }

    private Answer file(String key, String text) {
        return EnrollmentUnderTest.service()
                .send(EnrollmentUnderTest.service()
                        .request(PATH, agent)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8))));
    }

    private Declared declared(String number, String month) {
        PersonId person = PersonId.parse(EnrollmentUnderTest.person(number));
        Declared declared = EnrollmentUnderTest.service()
                .part(Wages.class)
                .declared(CreditCode.parse(employer), Month.parse(month), List.of(person))
                .get(person);
        assertThat(declared).isNotNull();
        return declared;
    }
}
