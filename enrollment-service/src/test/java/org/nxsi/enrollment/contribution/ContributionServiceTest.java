package org.nxsi.enrollment.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collector.TaxOffice;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.identity.PersonId;
import tools.jackson.databind.JsonNode;

/** 个人缴费信息查询 (web 第10项, 12333 第3项, 我的宁夏 第6项). */
class ContributionServiceTest {

    private static final String PATH = "/v1/persons/me/contributions";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void a_person_sees_month_by_month_what_was_assessed_and_whether_it_has_arrived() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        company.declareMonth("2020-02");
        TaxOffice.paid(company.payer(), Scheme.EMPLOYEE_PENSION, "2020-01", "1440.00", "2020-02-03");
        TaxOffice.paid(company.payer(), Scheme.EMPLOYEE_PENSION, "2020-02", "0.01", "2020-02-03");

        Answer answer = service.get(PATH + "?scheme=110", EnrollmentUnderTest.citizen(number, "web"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("from")).isEqualTo("2019-03");
        assertThat(answer.json().path("contributions").size()).isEqualTo(2);
        JsonNode january = answer.json().path("contributions").path(0);
        assertThat(january.path("month").asString()).isEqualTo("2020-01");
        assertThat(january.path("payer").path("creditCode").asString()).isEqualTo(company.code());
        assertThat(january.path("payer").path("name").asString()).isEqualTo("宁夏某某有限公司");
        assertThat(january.path("base").asString()).isEqualTo("6000.00");
        assertThat(january.path("employerPart").asString()).isEqualTo("960.00");
        assertThat(january.path("ownPart").asString()).isEqualTo("480.00");
        assertThat(january.path("toAccount").asString()).isEqualTo("480.00");
        assertThat(january.path("state").asString()).isEqualTo("PAID");
        assertThat(january.path("arrivedInFull").asBoolean()).isTrue();
        assertThat(january.path("fullOn").asString()).isEqualTo("2020-02-03");
        assertThat(january.path("sample").asBoolean()).isTrue();
        JsonNode february = answer.json().path("contributions").path(1);
        assertThat(february.path("state").asString()).isEqualTo("PARTLY_PAID");
        assertThat(february.path("arrivedInFull").asBoolean()).isFalse();
        assertThat(february.path("overdue").asBoolean()).isFalse();
        assertThat(service.get(PATH, EnrollmentUnderTest.citizen(number, "m12333"))
                        .json()
                        .path("contributions")
                        .size())
                .isEqualTo(6);
    }

    @Test
    void a_flexible_worker_sees_what_they_pay_themselves() {
        String number = Registered.person();
        String token = EnrollmentUnderTest.citizen(number, "my-ningxia");
        Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                token,
                Map.of("from", "2020-01", "to", "2020-01", "base", "3357.10"));
        Payer payer = Payer.flexibleWorker(PersonId.parse(EnrollmentUnderTest.person(number)));
        TaxOffice.paid(payer, Scheme.EMPLOYEE_PENSION, "2020-01", "671.42", "2020-02-03");

        Answer answer = service.get(PATH + "?from=2020-01&to=2020-01", token);

        assertThat(answer.text("contributions", "0", "payer", "kind")).isEqualTo("FLEXIBLE_WORKER");
        assertThat(answer.text("contributions", "0", "payer", "name")).isEmpty();
        assertThat(answer.text("contributions", "0", "ownPart")).isEqualTo("671.42");
        assertThat(answer.text("contributions", "0", "toAccount")).isEqualTo("268.57");
        assertThat(answer.text("contributions", "0", "state")).isEqualTo("PAID");
    }

    @Test
    void who_was_merged_sees_what_was_paid_under_both_numbers() {
        Company company = Company.withRiskClass();
        String lost = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        String kept = Registered.person();
        Answer proposed = Registered.post(
                "/admin/v1/persons/identity-proposals",
                EnrollmentUnderTest.clerk(),
                Map.of(
                        "keptId",
                        EnrollmentUnderTest.person(kept),
                        "mergedId",
                        EnrollmentUnderTest.person(lost),
                        "reason",
                        "同一人",
                        "proof",
                        "户籍证明"));
        Answer approved = Registered.post(
                "/admin/v1/persons/identity-proposals/" + proposed.text("id") + "/approval",
                EnrollmentUnderTest.reviewer(),
                Map.of());

        assertThat(approved.text("state")).as(approved.body()).isEqualTo("DONE");
        assertThat(service.get(PATH, EnrollmentUnderTest.citizen(kept, "web"))
                        .json()
                        .path("contributions")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void nobody_sees_what_is_another_persons() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");

        Answer other = service.get(PATH, EnrollmentUnderTest.citizen(Registered.person(), "web"));

        assertThat(other.json().path("contributions").size()).isZero();
        assertThat(service.get(PATH, company.agent()).text("code")).isEqualTo("role-required");
        assertThat(service.get(PATH, EnrollmentUnderTest.clerk()).text("code")).isEqualTo("role-required");
        assertThat(service.get(PATH, null).status()).isEqualTo(401);
    }

    @Test
    void questions_that_make_no_sense_are_refused() {
        String token = EnrollmentUnderTest.citizen(Registered.person(), "web");

        assertThat(service.get(PATH + "?from=2020-13", token).text("field")).isEqualTo("from");
        assertThat(service.get(PATH + "?scheme=310", token).text("field")).isEqualTo("scheme");
        assertThat(service.get(PATH + "?from=2017-01&to=2020-01", token).status())
                .isEqualTo(400);
        assertThat(service.get(PATH + "?from=2020-02&to=2020-01", token).status())
                .isEqualTo(400);
        assertThat(service.get(PATH + "?from=2017-02&to=2020-01", token).status())
                .isEqualTo(200);
        assertThat(service.get(PATH + "?from=2010-01", token).text("to")).isEqualTo("2012-12");
        assertThat(service.get(PATH + "?from=2199-12", token).text("field")).isEqualTo("from");
        assertThat(service.get(PATH + "?to=1900-01", token).text("field")).isEqualTo("to");
    }
}
