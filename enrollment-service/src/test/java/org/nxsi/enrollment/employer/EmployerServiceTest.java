package org.nxsi.enrollment.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmployerServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Month FEBRUARY = Month.parse("2020-02");

    @Test
    void a_clerk_registers_an_employer_and_others_learn_of_it() {
        String code = Registered.employer();

        Answer seen = service().get("/admin/v1/employers/" + code, clerk());

        assertThat(seen.text("employer", "unitTypeName")).isEqualTo("企业");
        assertThat(seen.text("employer", "area", "name")).isEqualTo("宁夏回族自治区银川市兴庆区");
        assertThat(seen.text("employer", "registeredLate")).isEqualTo("true");
        assertThat(seen.text("employer", "riskClass")).isEmpty();
        Employer employer = service().part(Employers.class).require(CreditCode.parse(code));
        assertThat(employer.takesPart(Scheme.WORK_INJURY, FEBRUARY)).isTrue();
        assertThat(employer.takesPart(Scheme.CIVIL_SERVANT_PENSION, FEBRUARY)).isFalse();
        assertThat(employer.riskClass(FEBRUARY)).isEmpty();
        assertThat(told(code))
                .extracting(each -> each.path("type").stringValue())
                .contains(EmployerEvents.REGISTERED);
    }

    @Test
    void an_employer_registered_in_time_is_not_noted_as_late() {
        Map<String, Object> body = body(Registered.freshCreditCode());
        body.put("foundedOn", "2020-01-11");

        assertThat(Registered.post("/admin/v1/employers", clerk(), body).text("registeredLate"))
                .isEqualTo("false");
    }

    @Test
    void the_same_again_is_the_same_and_another_of_the_code_is_refused() {
        Map<String, Object> body = body(Registered.freshCreditCode());
        assertThat(Registered.post("/admin/v1/employers", clerk(), body).status())
                .isEqualTo(201);
        assertThat(Registered.post("/admin/v1/employers", clerk(), body).status())
                .isEqualTo(201);
        body.put("name", "另一家公司");

        Answer other = Registered.post("/admin/v1/employers", clerk(), body);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("employer-registered");
    }

    @Test
    void bad_input_is_refused_by_field_and_nothing_is_half_done() {
        String code = Registered.freshCreditCode();
        Stream.of(
                        List.of("creditCode", "91640100MA7ABCD12P", "creditCode"),
                        List.of("area", "649999", "area"),
                        List.of("foundedOn", "2020-02-11", "foundedOn"),
                        List.of("unitType", "1", "unitType"),
                        List.of("phone", "12", "phone"),
                        List.of("name", "x", "name"))
                .forEach(each -> {
                    Map<String, Object> body = body(code);
                    body.put(each.get(0), each.get(1));
                    Answer answer = Registered.post("/admin/v1/employers", clerk(), body);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.text("field")).isEqualTo(each.get(2));
                });
        assertThat(service().get("/admin/v1/employers/" + code, clerk()).status())
                .isEqualTo(404);
    }

    @Test
    void staff_see_their_area_only() {
        String code = Registered.employer("640221", "10", "110");
        String elsewhere = EnrollmentUnderTest.staffOf("640104", "c2", Role.CLERK);

        assertThat(service().get("/admin/v1/employers/" + code, elsewhere).text("code"))
                .isEqualTo("employer-not-registered");
        assertThat(service().get("/admin/v1/employers?area=640221", elsewhere).text("code"))
                .isEqualTo("area-not-yours");
        assertThat(service().get("/admin/v1/employers?area=640221", clerk()).body())
                .contains(code);
    }

    @Test
    void an_agent_sees_and_maintains_the_profile_of_the_employer_who_appointed_them() {
        String code = Registered.employer();
        String agent = Registered.agent(code, Registered.person());

        Answer changed = put(agent, Map.of("phone", "13800001234", "proof", "申请表1号"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("change", "number")).startsWith("NX640104-20200210-");
        assertThat(changed.text("change", "fields", "0", "after")).isEqualTo("13800001234");
        assertThat(changed.text("change", "application", "stateTitle")).isEqualTo("办结（准予）");
        Answer profile = service().get("/v1/employers/me/profile", agent);
        assertThat(profile.text("employer", "contact", "phone")).isEqualTo("13800001234");
        assertThat(profile.text("changes", "0", "fields", "0", "title")).isEqualTo("联系电话");
        assertThat(told(code)).allSatisfy(each -> assertThat(each.toString()).doesNotContain("13800001234"));
    }

    @Test
    void the_name_waits_for_a_reviewer_and_takes_effect_with_the_decision() {
        String code = Registered.employer();
        String agent = Registered.agent(code, Registered.person());

        Answer asked = put(agent, Map.of("name", "宁夏新名有限公司", "proof", "营业执照"));
        Answer second = put(agent, Map.of("phone", "13800001234", "proof", "x1"));
        String path = "/admin/v1/employers/" + code + "/changes/" + asked.text("change", "number");
        Answer approved = Registered.post(path + "/approval", reviewer(), Map.of());

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("employer", "name")).isEqualTo("宁夏某某有限公司");
        assertThat(asked.text("change", "application", "promisedDays")).isEqualTo("20");
        assertThat(second.text("code")).isEqualTo("change-open");
        assertThat(approved.text("employer", "name")).isEqualTo("宁夏新名有限公司");
        assertThat(approved.text("change", "fields", "0", "before")).isEqualTo("宁夏某某有限公司");
        assertThat(Registered.post(
                                path + "/rejection",
                                EnrollmentUnderTest.staff("r2", Role.REVIEWER),
                                Map.of("reason", "材料不符"))
                        .text("code"))
                .isEqualTo("change-decided");
        Eventually.that(
                "the change and both steps of its case are told",
                () -> told(code).stream()
                                .filter(each -> each.path("type").stringValue().equals("enrollment.case-progressed"))
                                .count()
                        >= 2);
        told(code).forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
    }

    @Test
    void who_asked_does_not_decide() {
        String code = Registered.employer();
        String both = EnrollmentUnderTest.staff("both", Role.CLERK, Role.REVIEWER);
        String path = "/admin/v1/employers/" + code + "/changes";
        Answer asked = Registered.post(path, both, Map.of("riskClass", "3", "proof", "核定表"));

        Answer same = Registered.post(path + "/" + asked.text("change", "number") + "/approval", both, Map.of());

        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text("code")).isEqualTo("same-person");
    }

    @Test
    void class_size_and_float_hold_from_their_month_on() {
        String code = Registered.employer();
        Registered.change(code, Map.of("riskClass", "3", "size", "SMALL", "from", "2020-01"));
        Registered.change(code, Map.of("floatRatio", "0.8", "from", "2020-03"));

        Employer employer = service().part(Employers.class).require(CreditCode.parse(code));

        assertThat(employer.riskClass(Month.parse("2019-12"))).isEmpty();
        assertThat(employer.riskClass(FEBRUARY)).hasValue(3);
        assertThat(employer.size(FEBRUARY)).isEqualTo(ReliefSize.SMALL);
        assertThat(employer.floatRatio(FEBRUARY)).isEqualByComparingTo("1");
        assertThat(employer.floatRatio(Month.parse("2020-03"))).isEqualByComparingTo("0.8");
    }

    @Test
    void a_float_that_the_class_may_not_have_is_refused_with_its_document() {
        String code = Registered.employer();
        String path = "/admin/v1/employers/" + code + "/changes";
        assertThat(Registered.post(path, clerk(), Map.of("floatRatio", "1.2", "proof", "核定表"))
                        .text("code"))
                .isEqualTo("risk-class-missing");
        Registered.change(code, Map.of("riskClass", "1"));

        Answer refused = Registered.post(path, clerk(), Map.of("floatRatio", "0.5", "proof", "核定表"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("float-not-allowed");
        assertThat(refused.text("clause")).isEqualTo("人社部发〔2015〕71号");
    }

    /** Of class 1 three steps, of classes 2 to 8 five (人社部发〔2015〕71号). */
    @Test
    void every_class_has_its_own_steps_of_the_float_and_no_others() {
        String code = Registered.employer();
        Employer employer = service().part(Employers.class).require(CreditCode.parse(code));
        PolicyData policies = service().part(PolicyData.class);
        List<String> all = List.of("0.4", "0.5", "0.6", "0.8", "1", "1.0", "1.2", "1.3", "1.5", "1.6", "2");
        List<String> first = List.of("1", "1.0", "1.2", "1.5");
        List<String> others = List.of("0.5", "0.8", "1", "1.0", "1.2", "1.5");

        for (int riskClass = 1; riskClass <= 8; riskClass++) {
            for (String ratio : all) {
                Employer changed = employer.with(
                        List.of(),
                        List.of(new FromMonth(FEBRUARY, String.valueOf(riskClass))),
                        List.of(new FromMonth(FEBRUARY, ratio)));
                boolean allowed = (riskClass == 1 ? first : others).contains(ratio);
                assertThat(ChangeRule.ofFloat(changed, policies) == null)
                        .as("class %d, float %s", riskClass, ratio)
                        .isEqualTo(allowed);
            }
        }
    }

    @Test
    void class_and_float_are_found_by_a_clerk_and_confirmed_by_another_with_before_after_and_proof() {
        String code = Registered.employer();
        String path = "/admin/v1/employers/" + code + "/changes";
        Registered.change(code, Map.of("riskClass", "4", "from", "2020-01"));

        Answer asked = Registered.post(
                path, clerk(), Map.of("riskClass", "6", "floatRatio", "1.2", "from", "2020-03", "proof", "费率浮动核定表"));
        Answer before = service().get("/admin/v1/employers/" + code, clerk());
        Answer approved =
                Registered.post(path + "/" + asked.text("change", "number") + "/approval", reviewer(), Map.of());

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(before.text("employer", "riskClass")).isEqualTo("4");
        assertThat(approved.text("change", "proof")).isEqualTo("费率浮动核定表");
        assertThat(approved.text("change", "from")).isEqualTo("2020-03");
        assertThat(approved.text("change", "fields", "0", "before")).isEqualTo("4");
        assertThat(approved.text("change", "fields", "0", "after")).isEqualTo("6");
        assertThat(approved.text("change", "fields", "1", "after")).isEqualTo("1.2");
        Employer employer = service().part(Employers.class).require(CreditCode.parse(code));
        assertThat(employer.riskClass(FEBRUARY)).hasValue(4);
        assertThat(employer.riskClass(Month.parse("2020-03"))).hasValue(6);
        assertThat(employer.floatRatio(FEBRUARY)).isEqualByComparingTo("1");
    }

    @Test
    void a_class_for_which_the_float_that_stands_is_none_is_refused_until_the_float_is_another() {
        String code = Registered.employer();
        String path = "/admin/v1/employers/" + code + "/changes";
        Registered.change(code, Map.of("riskClass", "3", "floatRatio", "0.5", "from", "2020-01"));

        Answer refused = Registered.post(path, clerk(), Map.of("riskClass", "1", "from", "2020-03", "proof", "核定表"));
        Answer both = Registered.post(
                path, clerk(), Map.of("riskClass", "1", "floatRatio", "1.0", "from", "2020-03", "proof", "核定表"));

        assertThat(refused.text("code")).isEqualTo("float-not-allowed");
        assertThat(both.status()).as(both.body()).isEqualTo(202);
    }

    @Test
    void there_is_no_class_0_or_9_and_no_month_13() {
        String code = Registered.employer();
        String path = "/admin/v1/employers/" + code + "/changes";

        Stream.of("0", "9", "1.0", "-1")
                .forEach(each -> assertThat(Registered.post(path, clerk(), Map.of("riskClass", each, "proof", "核定表"))
                                .text("field"))
                        .isEqualTo("riskClass"));
        assertThat(Registered.post(path, clerk(), Map.of("floatRatio", "-0.5", "proof", "核定表"))
                        .text("field"))
                .isEqualTo("floatRatio");
        assertThat(Registered.post(path, clerk(), Map.of("riskClass", "1", "from", "2020-13", "proof", "核定表"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_agent_does_not_set_the_float() {
        String code = Registered.employer();

        assertThat(put(Registered.agent(code, Registered.person()), Map.of("floatRatio", "0.5", "proof", "x1"))
                        .text("code"))
                .isEqualTo("field-not-yours");
    }

    @Test
    void nobody_acts_for_an_employer_that_did_not_appoint_them() {
        String code = Registered.employer();
        String number = Registered.person();
        String agent = Registered.agent(code, number);
        String stranger = EnrollmentUnderTest.agent(code, Registered.person());
        String nowhere = EnrollmentUnderTest.agent(Registered.freshCreditCode(), number);

        assertThat(service().get("/v1/employers/me/profile", stranger).text("code"))
                .isEqualTo("agent-not-appointed");
        assertThat(service().get("/v1/employers/me/profile", nowhere).text("code"))
                .isEqualTo("employer-unknown");
        assertThat(service()
                        .get("/v1/employers/me/profile", EnrollmentUnderTest.citizen(number, "web"))
                        .text("code"))
                .isEqualTo("role-required");

        Answer dismissed = Registered.post(
                "/admin/v1/employers/" + code + "/agents/" + EnrollmentUnderTest.person(number) + "/dismissal",
                clerk(),
                Map.of("lastDay", "2020-02-09", "proof", "解除委托"));

        assertThat(dismissed.status()).as(dismissed.body()).isEqualTo(200);
        assertThat(service().get("/v1/employers/me/profile", agent).text("code"))
                .isEqualTo("agent-not-appointed");
    }

    @Test
    void a_scheme_begins_and_ends_by_month() {
        String code = Registered.employer("640104", "10", "110");
        String path = "/admin/v1/employers/" + code + "/schemes";

        Answer begun = Registered.post(path, clerk(), Map.of("scheme", "410", "from", "2020-03", "proof", "申请"));
        Answer twice = Registered.post(path, clerk(), Map.of("scheme", "410", "from", "2020-04", "proof", "申请"));
        Answer ended = Registered.post(path, clerk(), Map.of("scheme", "110", "to", "2020-02", "proof", "注销"));
        Answer unreal = Registered.post(path, clerk(), Map.of("scheme", "110", "from", "2020-13", "proof", "注销"));

        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(twice.text("code")).isEqualTo("takes-part-already");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(unreal.status()).isEqualTo(400);
        Employer employer = service().part(Employers.class).require(CreditCode.parse(code));
        assertThat(employer.takesPart(Scheme.WORK_INJURY, FEBRUARY)).isFalse();
        assertThat(employer.takesPart(Scheme.WORK_INJURY, Month.parse("2020-03")))
                .isTrue();
        assertThat(employer.takesPart(Scheme.EMPLOYEE_PENSION, FEBRUARY)).isTrue();
        assertThat(employer.takesPart(Scheme.EMPLOYEE_PENSION, Month.parse("2020-03")))
                .isFalse();
    }

    private static Map<String, Object> body(String code) {
        return new HashMap<>(Map.of(
                "creditCode", code,
                "name", "宁夏某某有限公司",
                "area", "640104",
                "unitType", "10",
                "foundedOn", "2019-01-02",
                "schemes", List.of(Map.of("scheme", "110"))));
    }

    private static Answer put(String token, Map<String, String> body) {
        return service()
                .send(service()
                        .request("/v1/employers/me/profile", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", EnrollmentUnderTest.freshKey())
                        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static List<JsonNode> told(String key) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(key)).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
