package org.nxsi.enrollment.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.local.testing.Answer;
import tools.jackson.databind.JsonNode;

/** 网上人社 第1、9项, 掌上12333 第2项, 我的宁夏 第5项. */
class InsuranceServiceTest {

    private static final String MINE = "/v1/persons/me/insurance";
    private static final String EMPLOYER = "/v1/employers/me/insurance";

    @Test
    void a_person_sees_all_relations_with_payer_months_and_states_and_the_rest_without_the_medical_part() {
        Company first = Company.withRiskClass();
        String number = first.employ("2019-11", "6000.00");
        first.dismiss(number, "2019-12");
        Company second = Company.withRiskClass();
        Answer started = Registered.post(
                "/v1/employers/me/employee-relations",
                second.agent(),
                Map.of(
                        "rows",
                        Map.of(
                                "kind",
                                "增员",
                                "number",
                                number,
                                "name",
                                "张明",
                                "hiredOn",
                                "2020-02-01",
                                "from",
                                "2020-02",
                                "schemes",
                                List.of("110"))));

        Answer mine = EnrollmentUnderTest.service().get(MINE, EnrollmentUnderTest.citizen(number, "web"));

        assertThat(started.json().path("done").asInt()).as(started.body()).isOne();
        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        JsonNode pension = scheme(mine, "110");
        assertThat(pension.path("stateName").asString()).isEqualTo("正常参保");
        assertThat(pension.path("contributions").asString()).isEqualTo("1");
        assertThat(pension.path("monthsInsured").asInt()).isEqualTo(3);
        assertThat(pension.path("relations").size()).isEqualTo(2);
        assertThat(pension.path("relations").path(0).path("payerName").asString())
                .isEqualTo("宁夏某某有限公司");
        assertThat(scheme(mine, "410").path("contributionsName").asString()).isEqualTo("暂停缴费（中断）");
        assertThat(mine.body()).doesNotContain(number).contains("*明");
        assertThat(mine.text("medical", "source")).isEqualTo("医保");
        assertThat(mine.json().path("medical").path("available").asBoolean(true))
                .isFalse();
    }

    @Test
    void a_person_sees_their_own_alone() {
        assertThat(EnrollmentUnderTest.service()
                        .get(MINE, EnrollmentUnderTest.citizen(Registered.freshNumber(), "web"))
                        .text("code"))
                .isEqualTo("person-not-registered");
        assertThat(EnrollmentUnderTest.service()
                        .get(MINE, Company.withRiskClass().agent())
                        .text("code"))
                .isEqualTo("role-required");
        Answer nothing =
                EnrollmentUnderTest.service().get(MINE, EnrollmentUnderTest.citizen(Registered.person(), "m12333"));
        assertThat(nothing.json().path("schemes").size()).isZero();
    }

    @Test
    void an_employer_sees_schemes_heads_base_and_what_is_owed() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.employ("2020-01", "7000.00");
        Answer before = EnrollmentUnderTest.service().get(EMPLOYER + "?month=2020-01", company.agent());
        company.declareMonth("2020-01");

        Answer after = EnrollmentUnderTest.service().get(EMPLOYER + "?month=2020-01", company.agent());

        assertThat(before.json().path("schemes").size()).isEqualTo(3);
        assertThat(scheme(before, "110").path("heads").asInt()).isEqualTo(2);
        assertThat(scheme(before, "110").has("base")).isFalse();
        assertThat(scheme(after, "110").path("base").asString()).isEqualTo("13000.00");
        assertThat(scheme(after, "110").path("since").asString()).isEqualTo("2019-01");
        assertThat(scheme(after, "110").path("stateName").asString()).isEqualTo("正常参保");
        assertThat(after.text("owed")).isNotEqualTo("0.00");
        assertThat(after.text("arrived")).isEqualTo("0.00");
        assertThat(after.text("arrears")).isEqualTo("0.00");
        assertThat(EnrollmentUnderTest.service()
                        .get(EMPLOYER + "?month=2018-12", company.agent())
                        .json()
                        .path("schemes")
                        .path(0)
                        .path("stateName")
                        .asString())
                .isEqualTo("未参保");
        assertThat(EnrollmentUnderTest.service()
                        .get(EMPLOYER + "?month=2020-13", company.agent())
                        .status())
                .isEqualTo(400);
        assertThat(EnrollmentUnderTest.service()
                        .get(EMPLOYER, EnrollmentUnderTest.agent(company.code(), Registered.person()))
                        .text("code"))
                .isEqualTo("agent-not-appointed");
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
