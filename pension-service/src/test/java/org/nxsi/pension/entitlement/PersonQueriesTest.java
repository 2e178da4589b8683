package org.nxsi.pension.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.local.testing.Answer;
import org.nxsi.pension.EmergencyUnderTest;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.roster.Imports;
import org.nxsi.pension.roster.RosterFile;
import org.nxsi.platform.web.Role;

class PersonQueriesTest {

    private static final String NUMBER = RosterFile.newNumber();
    private static final String OVERDUE = RosterFile.newNumber();
    private static final String ELSEWHERE = RosterFile.newNumber();

    @BeforeAll
    static void areOnTheRoster() {
        EmergencyUnderTest.declare(
                PensionUnderTest.surroundings().kafka(), PensionUnderTest.service(), "640106", "2020-01-23");
        Imports.done(RosterFile.utf8()
                .line(RosterFile.row(NUMBER))
                .line(RosterFile.row(OVERDUE)
                        .replace("2020-12-31", "2020-01-31")
                        .replace(",640104,", ",640106,"))
                .line(RosterFile.row(ELSEWHERE).replace("2020-12-31", "2020-01-31"))
                .bytes());
    }

    @Test
    void a_person_sees_what_the_own_benefit_is_made_of() {
        Answer answer = ask(NUMBER, "periodic-benefit-composition?month=2020-03");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("month")).isEqualTo("2020-03");
        assertThat(answer.text("benefits", "0", "scheme")).isEqualTo("110");
        assertThat(answer.text("benefits", "0", "basic")).isEqualTo("2828.37");
        assertThat(answer.text("benefits", "0", "personalAccount")).isEqualTo("688.86");
        assertThat(answer.text("benefits", "0", "transitional")).isEqualTo("960.13");
        assertThat(answer.text("benefits", "0", "subsidy")).isEqualTo("50.00");
        assertThat(answer.text("total")).isEqualTo("4527.36");
        assertThat(answer.text("benefits", "0", "clause")).contains("社会保险法 第十五条");
    }

    @Test
    void before_the_benefit_began_there_is_none() {
        Answer answer = ask(NUMBER, "periodic-benefit-composition?month=2015-01");

        assertThat(answer.text("total")).isEqualTo("0.00");
        assertThat(answer.json().path("benefits").isEmpty()).isTrue();
    }

    @Test
    void without_a_month_the_business_date_decides() {
        assertThat(ask(NUMBER, "periodic-benefit-composition").text("month")).isEqualTo("2020-03");
    }

    @Test
    void an_overdue_certification_does_not_suspend_in_the_emergency_and_the_article_is_named() {
        Answer answer = ask(OVERDUE, "periodic-benefit-approval");

        assertThat(answer.text("benefits", "0", "status")).isEqualTo("ACTIVE");
        assertThat(answer.text("benefits", "0", "certificationOverdue")).isEqualTo("true");
        assertThat(answer.text("benefits", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第三条");
    }

    @Test
    void where_there_is_no_emergency_an_overdue_certification_has_no_article_on_its_side() {
        Answer answer = ask(ELSEWHERE, "periodic-benefit-approval");

        assertThat(answer.text("benefits", "0", "certificationOverdue")).isEqualTo("true");
        assertThat(answer.text("benefits", "0", "clause")).isEmpty();
        assertThat(answer.text("benefits", "0", "remark")).isEqualTo("资格认证已逾期，请尽快认证");
    }

    @Test
    void a_certification_in_force_needs_no_article() {
        Answer answer = ask(NUMBER, "periodic-benefit-approval");

        assertThat(answer.text("benefits", "0", "certifiedUntil")).isEqualTo("2020-12-31");
        assertThat(answer.text("benefits", "0", "certificationOverdue")).isEqualTo("false");
        assertThat(answer.text("benefits", "0", "clause")).isEmpty();
    }

    @Test
    void payments_are_asked_for_by_months() {
        Answer periodic = ask(NUMBER, "periodic-benefit-payments?from=2019-04&to=2020-03");

        assertThat(periodic.status()).isEqualTo(200);
        assertThat(periodic.text("from")).isEqualTo("2019-04");
        assertThat(ask(NUMBER, "lump-sum-payments").text("from")).isEqualTo("2019-04");
    }

    @ParameterizedTest
    @CsvSource({
        "periodic-benefit-payments?from=2018-03&to=2020-03, range-too-long, from",
        "lump-sum-payments?from=2020-04&to=2020-03, invalid-parameter, from",
        "periodic-benefit-payments?to=202003, invalid-parameter, to",
        "periodic-benefit-composition?month=March, invalid-parameter, month"
    })
    void a_wrong_month_is_refused_by_name(String query, String code, String field) {
        Answer answer = ask(NUMBER, query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void an_account_that_is_nobodys_sees_nothing() {
        String token = PensionUnderTest.service()
                .token("nobody")
                .client("web")
                .roles(Role.CITIZEN)
                .signed();

        assertThat(PensionUnderTest.service()
                        .get("/v1/persons/me/periodic-benefit-approval", token)
                        .text("code"))
                .isEqualTo("person-unknown");
    }

    private static Answer ask(String number, String query) {
        return PensionUnderTest.service().get("/v1/persons/me/" + query, PensionUnderTest.citizen(number));
    }
}
