package org.nxsi.enrollment.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collection.MoneyForSheets;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import tools.jackson.databind.JsonNode;

/** 掌上12333 第18项 年度社会保险个人权益记录单查询. */
class StatementServiceTest {

    private static final String PATH = "/v1/persons/me/rights-statements/";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @AfterEach
    void back() {
        EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
    }

    @Test
    void a_year_shows_who_paid_what_for_which_month_and_where_each_month_stands() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        MoneyForSheets.paid(company.payer(), "2020-01", "2020-02-10");

        Answer answer = statement(number, "2020");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode pension = scheme(answer, "110");
        assertThat(pension.path("countedMonths").asInt()).isEqualTo(1);
        assertThat(pension.at("/months/0/state").asString()).isEqualTo("PAID");
        assertThat(pension.at("/months/0/base").asString()).isEqualTo("6000.00");
        assertThat(pension.at("/months/0/payer").asString()).isEqualTo("宁夏某某有限公司");
        assertThat(pension.at("/months/1/state").asString()).isEqualTo("NOT_YET_DUE");
        assertThat(pension.path("gaps").size()).isZero();
        assertThat(scheme(answer, "210").path("countedMonths").asInt()).isEqualTo(1);
        assertThat(answer.json().path("sample").asBoolean()).isTrue();
        assertThat(answer.body()).contains("演示样例").doesNotContain(number).doesNotContain("张明");
        assertThat(answer.text("person", "name")).isEqualTo("*明");
    }

    @Test
    void a_month_put_off_is_no_gap_until_its_deadline_passes_and_counts_once_it_is_made_up() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        EnrollmentUnderTest.today("2020-03-10");
        MoneyForSheets.putOff(company.payer(), "2020-01", "2020-03-10", "2020-09-30");

        Answer open = statement(number, "2020");
        assertThat(scheme(open, "110").at("/months/0/state").asString()).isEqualTo("DEFERRED");
        assertThat(scheme(open, "110").at("/months/0/deadline").asString()).isEqualTo("2020-09-30");
        assertThat(scheme(open, "110").path("gaps").size()).isZero();
        assertThat(scheme(open, "110").path("countedMonths").asInt()).isZero();
        assertThat(open.body()).contains("宁人社办发〔2020〕2号 第七条");

        EnrollmentUnderTest.today("2020-10-01");
        Answer expired = statement(number, "2020");
        assertThat(scheme(expired, "110").at("/months/0/state").asString()).isEqualTo("MISSING");
        assertThat(scheme(expired, "110").at("/gaps/0/from").asString()).isEqualTo("2020-01");

        MoneyForSheets.paid(company.payer(), "2020-01", "2020-09-28");
        Answer madeUp = statement(number, "2020");
        assertThat(scheme(madeUp, "110").at("/months/0/state").asString()).isEqualTo("MADE_UP");
        assertThat(scheme(madeUp, "110").path("countedMonths").asInt()).isEqualTo(1);
    }

    @Test
    void relief_of_the_employer_takes_no_month_from_the_person() {
        Company company = Company.withRiskClass();
        company.change(Map.of("size", "SMALL", "from", "2019-01"));
        String number = company.employ("2020-02", "6000.00");
        company.declareMonth("2020-02");
        MoneyForSheets.paid(company.payer(), "2020-02", "2020-02-10");

        Answer answer = statement(number, "2020");

        assertThat(scheme(answer, "110").at("/months/0/state").asString())
                .as(answer.body())
                .isEqualTo("EXEMPT");
        assertThat(scheme(answer, "110").at("/months/0/exempted").asString()).isEqualTo("960.00");
        assertThat(scheme(answer, "110").path("countedMonths").asInt()).isEqualTo(1);
        assertThat(answer.body()).contains("人社部发〔2020〕11号");
    }

    @Test
    void a_flexible_workers_chosen_months_are_in_it() {
        String number = Registered.person();
        Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                EnrollmentUnderTest.citizen(number, "my-ningxia"),
                Map.of("from", "2020-01", "to", "2020-02", "base", "4000.00"));

        Answer answer = statement(number, "2020");

        assertThat(scheme(answer, "110").at("/months/0/state").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(scheme(answer, "110").at("/months/0/payer").asString()).isEqualTo("灵活就业人员");
    }

    @Test
    void nonsense_years_the_future_and_years_without_anything_are_refused() {
        String number = Company.withRiskClass().employ("2020-01", "6000.00");

        assertThat(statement(number, "2021").text("code")).isEqualTo("invalid-parameter");
        assertThat(statement(number, "1066").text("field")).isEqualTo("year");
        assertThat(statement(number, "abc").status()).isEqualTo(400);
        assertThat(statement(number, "99999999999").status()).isEqualTo(400);
        assertThat(statement(number, "2018").text("code")).isEqualTo("year-without-record");
        assertThat(statement(number, "2018").status()).isEqualTo(404);
    }

    @Test
    void everybody_sees_their_own_and_nobody_elses() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        String other = Registered.person();

        assertThat(statement(other, "2020").text("code")).isEqualTo("year-without-record");
        assertThat(service.get(PATH + "2020", company.agent()).text("code")).isEqualTo("role-required");
        assertThat(service.get(PATH + "2020", null).status()).isEqualTo(401);
        assertThat(statement(Registered.freshNumber(), "2020").text("code")).isEqualTo("person-not-registered");
        assertThat(statement(number, "2020").status()).isEqualTo(200);
    }

    private Answer statement(String number, String year) {
        return service.get(PATH + year, EnrollmentUnderTest.citizen(number, "m12333"));
    }

    private static JsonNode scheme(Answer answer, String code) {
        for (JsonNode each : answer.json().path("schemes")) {
            if (each.path("scheme").asString().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no scheme " + code + " in " + answer.body());
    }
}
