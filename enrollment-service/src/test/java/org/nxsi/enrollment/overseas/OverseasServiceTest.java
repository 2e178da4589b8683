package org.nxsi.enrollment.overseas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 掌上12333 第19、20项. */
class OverseasServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MINE = OwnExemptionController.PATH;
    private static final String STAFF = "/admin/v1/overseas-exemptions/";
    private static final String CLERK = EnrollmentUnderTest.staffOf("640104", "overseas-clerk", Role.CLERK);
    private static final String REVIEWER = EnrollmentUnderTest.staffOf("640100", "overseas-reviewer", Role.REVIEWER);
    private static final String BOTH =
            EnrollmentUnderTest.staffOf("640104", "overseas-both", Role.CLERK, Role.REVIEWER);

    private static Company company;

    @BeforeAll
    static void somebody_employs() {
        company = Company.withRiskClass();
    }

    @Test
    void a_certificate_is_proposed_by_one_and_issued_by_another() {
        String person = company.employ("2020-01", "6000.00");
        Answer applied = apply(person, body());
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        String number = applied.text("number");
        assertThat(applied.text("agreement")).isEqualTo("中德社会保险协定");
        assertThat(applied.text("policy", "status")).isEqualTo("UNVERIFIED");
        assertThat(applied.header("Location")).isEqualTo(MINE + "/" + number);
        done(staff(number, "acceptance", CLERK, Map.of()));
        done(staff(number, "acceptance", CLERK, Map.of()));
        done(staff(number, "proposals", BOTH, Map.of("approve", true, "reason", "符合协定")));
        assertThat(staff(number, "proposals/decision", BOTH, Map.of("agreed", true))
                        .text("code"))
                .isEqualTo("same-person");
        assertThat(mine(person, number).text("certificate", "number")).isEmpty();

        Answer issued = done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));
        done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));

        assertThat(issued.text("certificate", "number")).isEqualTo("MJ" + number.substring(2));
        Answer seen = mine(person, number);
        assertThat(seen.text("application", "stateTitle")).isEqualTo("办结（准予）");
        assertThat(seen.text("certificate", "issuedOn")).isEqualTo("2020-02-10");
        assertThat(seen.body()).doesNotContain("overseas-reviewer").doesNotContain("proposal");
        assertThat(service().get(MINE, token(person)).text("items", "0", "number"))
                .isEqualTo(number);
        Eventually.that(
                "the end is told",
                () -> told(person).stream()
                        .anyMatch(each ->
                                each.path("data").path("state").asString("").equals("APPROVED")));
        told(person).forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
    }

    @Test
    void papers_may_follow_but_no_certificate_leaves_before_them() {
        String person = company.employ("2020-01", "6000.00");
        String number = apply(person, body()).text("number");
        Map<String, Object> missing = Map.of(
                "missing",
                List.of(Map.of("code", "secondment", "name", "派遣证明", "main", false)),
                "supplyBy",
                "2020-03-10");
        Answer accepted = done(staff(number, "acceptance", CLERK, missing));
        assertThat(accepted.text("application", "state")).isEqualTo("ACCEPTED");
        done(staff(number, "proposals", CLERK, Map.of("approve", true, "reason", "符合协定")));
        assertThat(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true))
                        .text("code"))
                .isEqualTo("papers-missing");

        Answer supplied =
                Registered.post(MINE + "/" + number + "/papers", token(person), Map.of("codes", List.of("secondment")));
        assertThat(supplied.status()).as(supplied.body()).isEqualTo(200);

        assertThat(done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)))
                        .text("certificate", "number"))
                .startsWith("MJ640104-");
    }

    @Test
    void it_is_turned_down_with_the_reason_and_may_be_asked_for_again() {
        String person = company.employ("2020-01", "6000.00");
        String number = apply(person, body()).text("number");
        assertThat(apply(person, body()).text("number")).isEqualTo(number);
        assertThat(apply(person, body()).status()).isEqualTo(409);
        done(staff(number, "acceptance", CLERK, Map.of()));
        done(staff(number, "proposals", CLERK, Map.of("approve", false, "reason", "非用人单位派遣")));
        done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", false)));
        assertThat(mine(person, number).text("application", "state")).isEqualTo("IN_REVIEW");
        done(staff(number, "proposals", CLERK, Map.of("approve", false, "reason", "非用人单位派遣")));

        Answer decided = done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));

        assertThat(decided.text("application", "state")).isEqualTo("REJECTED");
        assertThat(decided.text("certificate", "number")).isEmpty();
        assertThat(apply(person, body()).status()).isEqualTo(201);
    }

    @Test
    void who_is_not_insured_any_more_gets_none_at_the_decision_either() {
        String person = company.employ("2020-01", "6000.00");
        String number = apply(person, body()).text("number");
        done(staff(number, "acceptance", CLERK, Map.of()));
        done(staff(number, "proposals", CLERK, Map.of("approve", true, "reason", "符合协定")));
        company.dismiss(person, "2020-01");

        Answer refused = staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("not-insured-during-stay");
        assertThat(mine(person, number).text("application", "state")).isEqualTo("IN_REVIEW");
    }

    @Test
    void bad_input_is_refused_by_field_and_nothing_is_done() {
        String person = company.employ("2020-01", "6000.00");
        Stream.of(
                        List.of("scheme", "170", "scheme"),
                        List.of("country", "Germany", "country"),
                        List.of("country", "CN", "country"),
                        List.of("employer", "91640100MA7ABCD12P", "employer"),
                        List.of("from", "2020-13-01", "from"),
                        List.of("to", "2020-01-31", "to"),
                        List.of("host", "x", "host"))
                .forEach(each -> {
                    Map<String, Object> body = body();
                    body.put(each.get(0), each.get(1));
                    Answer answer = apply(person, body);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.text("field")).isEqualTo(each.get(2));
                });
        assertThat(with(person, "country", "US").text("code")).isEqualTo("no-agreement");
        assertThat(with(person, "country", "RS").text("code")).isEqualTo("no-agreement");
        Answer unknown = with(person, "country", "FR");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("code")).isEqualTo("policy-unknown");
        assertThat(unknown.text("missing")).contains("中法");
        assertThat(with(person, "employer", Registered.employer()).text("code")).isEqualTo("not-insured-during-stay");
        assertThat(apply(Registered.freshNumber(), body()).text("code")).isEqualTo("person-not-registered");
        assertThat(service().get(MINE, token(person)).json().path("items").size())
                .isZero();
    }

    @Test
    void only_ones_own_and_only_the_own_area() {
        String person = company.employ("2020-01", "6000.00");
        String number = apply(person, body()).text("number");
        String other = Registered.person();
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c8", Role.CLERK);

        assertThat(service().get(MINE + "/" + number, token(other)).status()).isEqualTo(404);
        assertThat(service().get(STAFF + number, elsewhere).status()).isEqualTo(404);
        assertThat(staff(number, "acceptance", elsewhere, Map.of()).text("code"))
                .isEqualTo("exemption-unknown");
        assertThat(staff(number, "acceptance", token(person), Map.of()).status())
                .isEqualTo(403);
        assertThat(service()
                        .get("/admin/v1/overseas-exemptions?state=SUBMITTED&limit=500", CLERK)
                        .body())
                .contains(number);
        assertThat(staff(number, "proposals", CLERK, Map.of("approve", true, "reason", "x"))
                        .text("field"))
                .isEqualTo("reason");
        assertThat(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true))
                        .text("code"))
                .isEqualTo("no-proposal");
    }

    private static Answer with(String person, String field, String value) {
        Map<String, Object> body = body();
        body.put(field, value);
        return apply(person, body);
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("scheme", "110");
        body.put("country", "DE");
        body.put("employer", company.code());
        body.put("host", "柏林分公司");
        body.put("from", "2020-02-01");
        body.put("to", "2021-01-31");
        return body;
    }

    private static Answer apply(String person, Map<String, Object> body) {
        return Registered.post(MINE, token(person), body);
    }

    private static Answer mine(String person, String number) {
        return done(service().get(MINE + "/" + number, token(person)));
    }

    private static Answer staff(String number, String what, String token, Object body) {
        return Registered.post(STAFF + number + "/" + what, token, body);
    }

    private static String token(String person) {
        return EnrollmentUnderTest.citizen(person, "m12333");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<JsonNode> told(String person) {
        String key = EnrollmentUnderTest.person(person);
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(key)).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
