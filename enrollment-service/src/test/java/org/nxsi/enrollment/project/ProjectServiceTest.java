package org.nxsi.enrollment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.collection.MoneyForSheets;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 工伤保险条例 第十条; 人社部发〔2014〕103号. */
class ProjectServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Built built = new Built();

    @Test
    void a_project_is_handed_in_approved_by_a_reviewer_and_assessed_by_its_contract_value() {
        Answer handedIn = built.handIn(Built.body());
        Answer approved = built.approve(handedIn, reviewer());

        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(202);
        assertThat(handedIn.header("Location")).isEqualTo(Built.OWN + "/1");
        assertThat(handedIn.text("state")).isEqualTo("APPLIED");
        assertThat(handedIn.text("sheet")).isEmpty();
        assertThat(handedIn.text("changes", "0", "application", "promisedDays")).isEqualTo("20");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("REGISTERED");
        assertThat(approved.text("sheet", "owed")).isEqualTo("12345.68");
        assertThat(approved.text("sheet", "payer")).isEqualTo("PROJECT:" + built.code() + "-1");
        assertThat(approved.text("sheet", "ground")).isEqualTo("PROJECT");
        assertThat(approved.text("sheet", "dueDate")).isEqualTo("2020-03-25");
        assertThat(approved.json().path("sheet").path("policies").toString()).contains("injury.project_rate", "SAMPLE");
        assertThat(approved.text("due", "state")).isEqualTo("ASSESSED");
        assertThat(approved.text("due", "assessed")).isEqualTo("12345.68");
        Answer own = service().get(Built.OWN + "/1", built.agent());
        assertThat(own.text("sheet", "owed")).isEqualTo("12345.68");
        assertThat(own.text("changes", "0", "application", "stateTitle")).isEqualTo("办结（准予）");
    }

    @Test
    void every_step_is_told_and_the_assessment_too() {
        built.registered();

        Eventually.that("two steps and the sheet are told", () -> {
            List<String> types =
                    told().stream().map(each -> each.path("type").stringValue()).toList();
            return types.stream().filter("enrollment.case-progressed"::equals).count() >= 2 && assessed() == 1;
        });
        told().forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
    }

    @Test
    void projects_are_numbered_by_employer_and_a_repeated_command_makes_no_second_one() {
        String key = EnrollmentUnderTest.freshKey();
        String body = JSON.writeValueAsString(Built.body());
        Answer first = service().post(Built.OWN, built.agent(), key, body);
        Answer again = service().post(Built.OWN, built.agent(), key, body);
        Answer second = built.handIn(Built.body());

        assertThat(first.text("project")).isEqualTo(built.code() + "-1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(second.text("number")).isEqualTo("2");
        assertThat(service().get(Built.OWN, built.agent()).json().path("items").size())
                .isEqualTo(2);
        String next = service().get(Built.OWN + "?limit=1", built.agent()).text("next");
        assertThat(service()
                        .get(Built.OWN + "?limit=1&cursor=" + next, built.agent())
                        .text("items", "0", "number"))
                .isEqualTo("2");
    }

    @Test
    void another_contract_value_takes_two_people_and_gives_a_new_revision_with_the_difference() {
        String number = built.registered();
        String path = Built.ADMIN + "/" + built.code() + "/" + number + "/contract-value";
        Map<String, Object> body = Map.of("contractValue", "15000000.00", "proof", "补充协议");
        String both = EnrollmentUnderTest.staff("both-p", Role.CLERK, Role.REVIEWER);

        Answer asked = Registered.post(path, both, body);
        Answer same = built.approve(asked, both);
        Answer meanwhile = Registered.post(path, clerk(), Map.of("contractValue", "1.00", "proof", "补充协议"));
        Answer approved = built.approve(asked, reviewer());

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.text("contractValue")).isEqualTo("12345678.50");
        assertThat(same.text("code")).isEqualTo("same-person");
        assertThat(meanwhile.text("code")).isEqualTo("change-open");
        assertThat(approved.text("contractValue")).isEqualTo("15000000.00");
        assertThat(approved.text("changes", "0", "before")).isEqualTo("12345678.50");
        assertThat(approved.text("changes", "0", "after")).isEqualTo("15000000.00");
        assertThat(approved.text("sheet", "revision")).isEqualTo("2");
        assertThat(approved.text("sheet", "owed")).isEqualTo("15000.00");
        assertThat(approved.text("sheet", "difference")).isEqualTo("2654.32");
        assertThat(approved.text("due", "assessed")).isEqualTo("15000.00");
        assertThat(built.approve(asked, reviewer()).text("sheet", "revision")).isEqualTo("2");
        assertThat(built.approve(asked, EnrollmentUnderTest.staff("r-other", Role.REVIEWER))
                        .text("code"))
                .isEqualTo("change-decided");
        assertThat(Registered.post(path, clerk(), body).text("code")).isEqualTo("nothing-changes");
    }

    @Test
    void a_lower_value_leaves_a_negative_difference() {
        String number = built.registered();

        Answer asked = Registered.post(
                Built.ADMIN + "/" + built.code() + "/" + number + "/contract-value",
                clerk(),
                Map.of("contractValue", "10000000.00", "proof", "结算书"));

        assertThat(built.approve(asked, reviewer()).text("sheet", "difference")).isEqualTo("-2345.68");
    }

    @Test
    void a_rise_is_due_later_only_if_all_before_was_paid_in_time() {
        Built other = new Built();
        String paid = built.registered();
        String unpaid = other.registered();
        MoneyForSheets.paid(Payer.project(CreditCode.parse(built.code()), 1), "2020-02", "2020-02-20");

        EnrollmentUnderTest.today("2020-05-10");
        try {
            Answer later = risen(built, paid);
            Answer same = risen(other, unpaid);

            assertThat(later.text("sheet", "dueDate")).as(later.body()).isEqualTo("2020-06-25");
            assertThat(later.text("sheet", "difference")).isEqualTo("2654.32");
            assertThat(later.text("due", "state")).isEqualTo("PARTLY_PAID");
            assertThat(same.text("sheet", "dueDate")).isEqualTo("2020-03-25");
        } finally {
            EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
        }
    }

    private static Answer risen(Built built, String number) {
        return built.approve(
                Registered.post(
                        Built.ADMIN + "/" + built.code() + "/" + number + "/contract-value",
                        clerk(),
                        Map.of("contractValue", "15000000.00", "proof", "补充协议")),
                reviewer());
    }

    @Test
    void what_a_crash_left_unassessed_between_decision_and_sheet_is_assessed_later() {
        Answer handedIn = built.handIn(Built.body());
        Projects projects = service().part(Projects.class);
        ProjectCases cases = service().part(ProjectCases.class);
        Project decided = projects.change(CreditCode.parse(built.code()), 1, project -> {
            ProjectChange open = project.open().orElseThrow();
            ProjectChange approved = open.with(cases.approved(open.file(), "reviewer"));
            return cases.told(project.with(approved).registered(Month.parse("2020-02"), Instant.EPOCH), approved);
        });
        assertThat(decided.unassessedSince()).isNotNull();

        service().part(AssessingLeft.class).assessWhatIsLeft();

        Answer later = service().get(Built.OWN + "/" + handedIn.text("number"), built.agent());
        assertThat(later.text("sheet", "owed")).isEqualTo("12345.68");
        assertThat(projects.find(decided.id()).orElseThrow().unassessedSince()).isNull();
    }

    @Test
    void while_the_rate_is_not_known_nothing_is_decided_and_the_missing_document_is_named() {
        Answer handedIn = built.handIn(Built.body());

        Answer refused;
        try (ServiceUnderTest shipped = EnrollmentUnderTest.another("nxsi.policy-file=")) {
            refused = shipped.post(
                    built.change(handedIn) + "/approval", reviewer(), EnrollmentUnderTest.freshKey(), "{}");
        }

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("policy-unknown");
        assertThat(refused.body()).contains("injury.project_rate", "宁夏建筑业按项目参加工伤保险费率的文件");
        assertThat(service().get(Built.OWN + "/1", built.agent()).text("state")).isEqualTo("APPLIED");
    }

    @Test
    void a_rejected_project_insures_nobody_and_is_not_changed_any_more() {
        Answer handedIn = built.handIn(Built.body());

        Answer rejected = Registered.post(built.change(handedIn) + "/rejection", reviewer(), Map.of("reason", "合同无效"));
        Answer extended = Registered.post(
                Built.OWN + "/1/extension", built.agent(), Map.of("endsOn", "2022-01-01", "proof", "补充协议"));
        Answer workers = built.workers("1", List.of(Built.comes(Registered.freshNumber(), "王工", "2020-02-01")));

        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        assertThat(rejected.text("sheet")).isEmpty();
        assertThat(extended.text("code")).isEqualTo("project-rejected");
        assertThat(workers.text("code")).isEqualTo("project-rejected");
    }

    @Test
    void an_extension_waits_for_a_reviewer_and_a_completion_does_not() {
        String number = built.registered();

        Answer asked = Registered.post(
                Built.OWN + "/" + number + "/extension",
                built.agent(),
                Map.of("endsOn", "2021-12-31", "proof", "工期顺延签证"));
        Answer extended = built.approve(asked, reviewer());
        Answer completed = Registered.post(
                Built.OWN + "/" + number + "/completion",
                built.agent(),
                Map.of("completedOn", "2020-02-09", "proof", "竣工验收单"));
        Answer tooLate = Registered.post(
                Built.OWN + "/" + number + "/extension", built.agent(), Map.of("endsOn", "2023-01-01", "proof", "签证"));

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.text("endsOn")).isEqualTo("2021-06-30");
        assertThat(extended.text("endsOn")).isEqualTo("2021-12-31");
        assertThat(extended.text("sheet", "revision")).isEqualTo("1");
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(completed.text("state")).isEqualTo("COMPLETED");
        assertThat(tooLate.text("code")).isEqualTo("project-completed");
    }

    @Test
    void a_clerk_hands_in_at_the_window_and_staff_see_their_area_only() {
        Map<String, Object> body = Built.body();
        body.put("employer", built.code());
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c3", Role.CLERK);

        Answer handedIn = Registered.post(Built.ADMIN, clerk(), body);
        Answer refused = Registered.post(Built.ADMIN, elsewhere, body);
        String path = Built.ADMIN + "/" + built.code();

        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(202);
        assertThat(handedIn.text("changes", "0", "application", "history", "0", "by"))
                .isNotEmpty();
        assertThat(refused.text("code")).isEqualTo("area-not-yours");
        assertThat(service().get(path + "/1", elsewhere).text("code")).isEqualTo("project-unknown");
        assertThat(service().get(path, elsewhere).json().path("items").size()).isZero();
        assertThat(service().get(path, clerk()).json().path("items").size()).isEqualTo(1);
        assertThat(service()
                        .get(Built.ADMIN + "?area=640104&limit=200", clerk())
                        .body())
                .contains(built.code());
        assertThat(service().get(Built.ADMIN + "?area=640104", elsewhere).text("code"))
                .isEqualTo("area-not-yours");
    }

    @Test
    void bad_input_is_refused_by_field_and_nothing_is_half_done() {
        Stream.of(
                        List.of("name", "x", "name"),
                        List.of("area", "990000", "area"),
                        List.of("area", "110000", "area"),
                        List.of("contractNumber", "", "contractNumber"),
                        List.of("contractValue", "-1.00", "contractValue"),
                        List.of("contractValue", "0.00", "contractValue"),
                        List.of("contractValue", "12.345", "contractValue"),
                        List.of("startsOn", "2020-13-01", "startsOn"),
                        List.of("endsOn", "2019-12-31", "endsOn"),
                        List.of("proof", "", "proof"))
                .forEach(each -> {
                    Map<String, Object> body = Built.body();
                    body.put(each.get(0), each.get(1));
                    Answer answer = built.handIn(body);
                    assertThat(answer.status()).as(each + answer.body()).isEqualTo(400);
                    assertThat(answer.text("field")).as(answer.body()).isEqualTo(each.get(2));
                });
        Built.body().keySet().forEach(field -> {
            Map<String, Object> body = Built.body();
            body.remove(field);
            assertThat(built.handIn(body).text("field")).isEqualTo(field);
        });
        Map<String, Object> unknown = new HashMap<>(Built.body());
        unknown.put("employer", "91640100MA7ABCD12P");
        assertThat(Registered.post(Built.ADMIN, clerk(), unknown).text("field")).isEqualTo("employer");
        unknown.put("employer", Registered.freshCreditCode());
        assertThat(Registered.post(Built.ADMIN, clerk(), unknown).text("code")).isEqualTo("employer-not-registered");
        assertThat(service().get(Built.OWN, built.agent()).json().path("items").size())
                .isZero();
    }

    @Test
    void others_have_no_business_with_a_project() {
        String number = built.registered();
        Built other = new Built();
        String citizen = EnrollmentUnderTest.citizen(Registered.person(), "web");

        assertThat(service().get(Built.OWN + "/" + number, other.agent()).text("code"))
                .isEqualTo("project-unknown");
        assertThat(service().get(Built.OWN + "/x", built.agent()).status()).isEqualTo(400);
        assertThat(service().get(Built.OWN, citizen).text("code")).isEqualTo("role-required");
        assertThat(service().get(Built.ADMIN, citizen).status()).isEqualTo(403);
        assertThat(Registered.post(
                                Built.ADMIN + "/" + built.code() + "/" + number + "/contract-value",
                                reviewer(),
                                Map.of("contractValue", "1.00", "proof", "补充协议"))
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(
                                built.change(service().get(Built.OWN + "/" + number, built.agent())) + "/approval",
                                clerk(),
                                Map.of())
                        .text("code"))
                .isEqualTo("role-required");
    }

    private long assessed() {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(built.code() + "-1")).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .filter(each -> each.path("type").stringValue().equals("enrollment.contributions-assessed"))
                    .count();
        }
    }

    private List<JsonNode> told() {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().startsWith(built.code())).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
