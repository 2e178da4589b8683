package org.nxsi.enrollment.makeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/** 补缴: past months with that month's limits and rates. */
class MakeUpServiceTest {

    private static final String PATH = "/admin/v1/contributions/make-ups";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void an_employers_past_months_are_assessed_with_the_late_fee_so_far() {
        Company company = Company.withRiskClass();
        company.employ("2019-10", "6000.00");

        Answer made = order(Map.of("employer", company.code(), "from", "2019-10", "to", "2019-11"));

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.text("state")).isEqualTo("DONE");
        JsonNode due = due(made.json().path("months").path(0), "110");
        assertThat(due.path("owed").asString()).isEqualTo("1440.00");
        assertThat(due.path("dueDate").asString()).isEqualTo("2019-11-25");
        assertThat(due.path("inEmergency").asBoolean()).isFalse();
        assertThat(due.path("lateFee").path("fee").asString()).isEqualTo("55.44");
        assertThat(service.part(Sheets.class)
                        .find(company.payer(), Month.parse("2019-10"))
                        .orElseThrow()
                        .ground())
                .isEqualTo(Ground.MADE_UP);
    }

    @Test
    void a_month_that_cannot_be_assessed_says_why_and_the_others_are_assessed() {
        Company company = Company.withRiskClass();
        company.employ("2019-11", "6000.00");

        Answer made = order(Map.of("employer", company.code(), "from", "2019-10", "to", "2019-11"));

        assertThat(made.text("months", "0", "code")).isEqualTo("nobody-insured");
        assertThat(made.text("months", "1", "sheet")).isNotEmpty();
    }

    @Test
    void three_years_need_a_paper_and_a_second_person_and_many_months_go_on_by_themselves() {
        Company company = Company.withRiskClass();
        company.employ("2019-10", "6000.00");
        Map<String, Object> wanted =
                new HashMap<>(Map.of("employer", company.code(), "from", "2016-12", "to", "2019-11"));

        Answer without = order(wanted);
        wanted.put("paper", Map.of("kind", "ARBITRATION", "reference", "银劳人仲字〔2020〕1号"));
        String both = EnrollmentUnderTest.staff("both-m", Role.CLERK, Role.REVIEWER);
        Answer waiting = Registered.post(PATH, both, wanted);
        String path = PATH + "/" + waiting.text("id");
        Answer alone = Registered.post(path + "/approval", both, Map.of());
        Answer confirmed = Registered.post(path + "/approval", EnrollmentUnderTest.reviewer(), Map.of());

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text("code")).isEqualTo("paper-needed");
        assertThat(without.text("clause")).isEqualTo("人社部规〔2016〕5号");
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(202);
        assertThat(waiting.text("state")).isEqualTo("WAITING_FOR_CONFIRMATION");
        assertThat(waiting.json().path("done").asInt()).isZero();
        assertThat(alone.text("code")).isEqualTo("same-person");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(202);
        service.part(WorkingOffMakeUps.class).workOffWhatIsLeft();
        Eventually.that(
                "all months are worked off",
                () -> service.get(path, EnrollmentUnderTest.clerk())
                        .text("state")
                        .equals("DONE"));
        Answer done = service.get(path, EnrollmentUnderTest.clerk());
        assertThat(done.json().path("months").size()).isEqualTo(36);
        assertThat(done.text("months", "35", "sheet")).isNotEmpty();
        assertThat(Registered.post(path + "/rejection", EnrollmentUnderTest.reviewer(), Map.of())
                        .text("code"))
                .isEqualTo("not-waiting");
    }

    @Test
    void a_flexible_workers_closed_year_needs_a_paper_and_an_order_may_be_turned_down() {
        String number = Registered.person();
        Map<String, Object> wanted =
                new HashMap<>(Map.of("number", number, "from", "2019-10", "to", "2019-11", "base", "4000.00"));

        Answer without = order(wanted);
        wanted.put("paper", Map.of("kind", "COURT", "reference", "（2020）宁01民终1号"));
        Answer waiting = order(wanted);
        Answer rejected = Registered.post(
                PATH + "/" + waiting.text("id") + "/rejection", EnrollmentUnderTest.reviewer(), Map.of());
        Answer open = order(Map.of("number", number, "from", "2020-01", "to", "2020-01", "base", "4000.00"));

        assertThat(without.text("code")).isEqualTo("paper-needed");
        assertThat(waiting.text("state")).isEqualTo("WAITING_FOR_CONFIRMATION");
        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        assertThat(due(open.json().path("months").path(0), "110").path("owed").asString())
                .isEqualTo("800.00");
    }

    @Test
    void the_same_command_again_finds_what_was_done() {
        Company company = Company.withRiskClass();
        company.employ("2019-10", "6000.00");
        String body = "{\"employer\":\"%s\",\"from\":\"2019-10\",\"to\":\"2019-10\"}".formatted(company.code());
        String key = EnrollmentUnderTest.freshKey();

        Answer first = service.post(PATH, EnrollmentUnderTest.clerk(), key, body);
        Answer again = service.post(PATH, EnrollmentUnderTest.clerk(), key, body);
        Answer other = service.post(PATH, EnrollmentUnderTest.clerk(), key, body.replace("2019-10", "2019-11"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void nonsense_is_refused_with_the_field() {
        String code = Registered.employer();

        assertThat(order(Map.of("employer", code, "from", "2020-13", "to", "2020-01"))
                        .status())
                .isEqualTo(400);
        assertThat(order(Map.of("employer", "91640100MA7ABCD12X", "from", "2019-10", "to", "2019-10"))
                        .status())
                .isEqualTo(400);
        assertThat(order(Map.of("employer", code, "from", "2019-10", "to", "2019-09"))
                        .text("field"))
                .isEqualTo("to");
        assertThat(order(Map.of("employer", code, "from", "2020-02", "to", "2020-02"))
                        .text("code"))
                .isEqualTo("month-not-past");
        assertThat(order(Map.of("from", "2019-10", "to", "2019-10")).text("code"))
                .isEqualTo("one-payer");
        assertThat(order(Map.of("number", Registered.person(), "from", "2019-10", "to", "2019-10", "base", "-1.00"))
                        .text("field"))
                .isEqualTo("base");
        assertThat(order(Map.of("employer", code, "from", "2019-10", "to", "2019-10", "base", "4000.00"))
                        .text("code"))
                .isEqualTo("base-not-wanted");
        assertThat(order(Map.of(
                                "employer",
                                code,
                                "from",
                                "2019-10",
                                "to",
                                "2019-10",
                                "paper",
                                Map.of("kind", "LETTER", "reference", "x")))
                        .status())
                .isEqualTo(400);
        assertThat(order(Map.of(
                                "number",
                                Registered.freshNumber(),
                                "from",
                                "2019-10",
                                "to",
                                "2019-10",
                                "base",
                                "4000.00"))
                        .text("code"))
                .isEqualTo("person-not-registered");
        String elsewhere = EnrollmentUnderTest.staffOf("640200", "clerk-m", Role.CLERK);
        assertThat(Registered.post(PATH, elsewhere, Map.of("employer", code, "from", "2019-10", "to", "2019-10"))
                        .text("code"))
                .isEqualTo("employer-not-registered");
        assertThat(Registered.post(
                                PATH,
                                EnrollmentUnderTest.reviewer(),
                                Map.of("employer", code, "from", "2019-10", "to", "2019-10"))
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(service.get(PATH + "/unknown", EnrollmentUnderTest.clerk()).text("code"))
                .isEqualTo("make-up-unknown");
    }

    private static JsonNode due(JsonNode month, String scheme) {
        for (JsonNode each : month.path("dues")) {
            if (each.path("scheme").asString().equals(scheme)) {
                return each;
            }
        }
        throw new AssertionError("nothing of " + scheme + " in " + month);
    }

    private static Answer order(Map<String, Object> wanted) {
        return Registered.post(PATH, EnrollmentUnderTest.clerk(), wanted);
    }
}
