package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.web.Role;

/** 社会保险法 第六十二条, from the due date to the settlement. */
class UndeclaredServiceTest {

    private static final String RUNS = "/admin/v1/assessments/undeclared-runs";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @AfterEach
    void backToToday() {
        EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
    }

    @Test
    void who_declares_nothing_owes_110_percent_until_the_declaration_settles_it() {
        Company silent = Company.withRiskClass();
        silent.employ("2020-01", "6000.00");
        silent.declareMonth("2020-01");
        Company punctual = Company.withRiskClass();
        punctual.employ("2020-01", "6000.00");
        punctual.declareMonth("2020-01");
        punctual.declareMonth("2020-02");
        Company newcomer = Company.withRiskClass();
        newcomer.employ("2020-02", "6000.00");
        Company empty = Company.withRiskClass();
        assertThat(run("2020-02").text("code")).isEqualTo("not-due-yet");

        EnrollmentUnderTest.today("2020-03-26");
        assertThat(run("2020-02").status()).isEqualTo(202);
        Eventually.that(
                "all employers are walked through",
                () -> service.get(RUNS + "/2020-02", EnrollmentUnderTest.clerk())
                        .text("state")
                        .equals("DONE"));
        Answer sheet = sheet(silent, "2020-02");

        assertThat(sheet.text("ground")).isEqualTo("UNDECLARED");
        assertThat(DeclarationServiceTest.scheme(sheet, "110").path("employer").asString())
                .isEqualTo("1056.00");
        assertThat(DeclarationServiceTest.scheme(sheet, "110").path("person").asString())
                .isEqualTo("528.00");
        assertThat(sheet.text("owed")).isEqualTo("1671.12");
        assertThat(sheet.json().path("persons").asInt()).isZero();
        assertThat(sheet(punctual, "2020-02").text("ground")).isEqualTo("DECLARED");
        assertThat(sheet(newcomer, "2020-02").status()).isEqualTo(404);
        assertThat(service.get(RUNS + "/2020-02/left?limit=500", EnrollmentUnderTest.clerk())
                        .body())
                .contains(newcomer.code())
                .contains("no-month-before")
                .doesNotContain(punctual.code())
                .doesNotContain(empty.code());

        Answer settled = silent.declareMonth("2020-02");

        assertThat(settled.text("ground")).isEqualTo("DECLARED");
        assertThat(settled.text("owed")).isEqualTo("1519.20");
        assertThat(settled.text("difference")).isEqualTo("-151.92");
        assertThat(settled.json().path("persons").asInt()).isEqualTo(1);
    }

    @Test
    void a_walk_over_all_areas_is_for_the_regions_own_agency() {
        Answer refused = Registered.post(
                RUNS, EnrollmentUnderTest.staffOf("640100", "clerk", Role.CLERK), Map.of("month", "2019-12"));

        assertThat(refused.text("code")).isEqualTo("area-not-yours");
    }

    private Answer run(String month) {
        return Registered.post(RUNS, EnrollmentUnderTest.clerk(), Map.of("month", month));
    }

    private Answer sheet(Company company, String month) {
        return service.get("/admin/v1/assessments/" + company.payer() + "/" + month, EnrollmentUnderTest.clerk());
    }
}
