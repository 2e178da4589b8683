package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 我的宁夏 第9项 城乡居民社会保险参保登记. */
class EnrollmentServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void where_all_can_be_checked_it_is_decided_at_once_and_the_relation_opened() {
        Resident resident = Resident.registered();

        Answer enrolled = resident.enrol(Map.of());

        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(200);
        assertThat(enrolled.text("decidedByItself")).isEqualTo("true");
        assertThat(enrolled.text("application", "state")).isEqualTo("APPROVED");
        assertThat(enrolled.text("application", "number")).startsWith("NX640104-20200210-");
        assertThat(enrolled.text("account")).doesNotContain("6217001234567890");
        assertThat(enrolled.text("accountLooksLikeCard")).isEqualTo("true");
        assertThat(enrolled.json().path("late").isMissingNode()
                        || enrolled.json().path("late").isNull())
                .isTrue();
        List<Relation> relations = service().part(Relations.class).ofPerson(resident.id());
        assertThat(relations).hasSize(1);
        assertThat(relations.getFirst().id()).isEqualTo(resident.id() + "|170|RESIDENT:" + resident.id());
        assertThat(relations.getFirst().covers(Month.parse("2020-02"))).isTrue();
        Eventually.that("both steps are told", () -> told(resident).size() >= 2);
        told(resident).forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
        assertThat(told(resident).toString()).doesNotContain("6217001234567890");
        assertThat(resident.enrollments().text("enrollments", "0", "number")).isEqualTo(enrolled.text("number"));
    }

    @Test
    void the_same_command_again_finds_the_same_application() {
        Resident resident = Resident.registered();
        String key = EnrollmentUnderTest.freshKey();
        String body = JSON.writeValueAsString(resident.wish(Map.of()));

        Answer first = service().post(Resident.ENROLLMENTS, resident.token(), key, body);
        Answer again = service().post(Resident.ENROLLMENTS, resident.token(), key, body);
        Answer other = service()
                .post(
                        Resident.ENROLLMENTS,
                        resident.token(),
                        key,
                        JSON.writeValueAsString(resident.wish(Map.of("grade", "300.00"))));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(resident.enrol(Map.of()).text("code")).isEqualTo("already-enrolled");
        assertThat(resident.enrollments().json().path("enrollments").size()).isEqualTo(1);
    }

    @Test
    void whom_the_bureau_does_not_know_is_registered_now_and_a_missing_proof_may_follow() {
        Resident resident = Resident.stranger("640104", "1990-03-04");

        assertThat(resident.enrol(Map.of()).text("field")).isEqualTo("number");
        assertThat(resident.enrol(Map.of("number", Registered.freshNumber(), "name", resident.name))
                        .text("code"))
                .isEqualTo("number-not-yours");
        Answer taken = resident.enrol(Map.of("number", resident.number, "name", resident.name));

        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.text("application", "state")).isEqualTo("ACCEPTED");
        assertThat(taken.text("application", "history", "1", "remark")).isEqualTo("容缺受理");
        assertThat(taken.text("application", "history", "1", "clause")).isEqualTo("宁人社办发〔2020〕2号 第五条");
        assertThat(taken.text("application", "papers", "list", "0", "code")).isEqualTo("household-proof");
        assertThat(taken.text("application", "papers", "supplyBy")).isEqualTo("2020-03-09");
        assertThat(service().part(PersonRegister.class).find(resident.id())).isPresent();
        assertThat(service().part(Relations.class).ofPerson(resident.id())).isEmpty();
        assertThat(resident.enrol(Map.of()).text("code")).isEqualTo("application-open");

        String path = Resident.DESK + "/" + taken.text("number");
        assertThat(Registered.post(path + "/decision", reviewer(), Map.of("approve", true))
                        .text("code"))
                .isEqualTo("not-in-review");
        Answer examined = Registered.post(path + "/acceptance", clerk(), Map.of());
        Answer approved = Registered.post(path + "/decision", reviewer(), Map.of("approve", true));
        assertThat(examined.text("application", "state")).isEqualTo("IN_REVIEW");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.text("application", "state")).isEqualTo("APPROVED");
        assertThat(service().part(Relations.class).ofPerson(resident.id())).hasSize(1);

        Answer supplied = Registered.post(path + "/papers", clerk(), Map.of("codes", List.of("household-proof")));
        assertThat(supplied.text("application", "state")).as(supplied.body()).isEqualTo("CLOSED");
        assertThat(supplied.text("application", "papers", "list", "0", "suppliedOn"))
                .isEqualTo("2020-02-10");
    }

    @Test
    void a_household_elsewhere_waits_for_people_of_whom_one_examines_and_another_decides() {
        Resident resident = Resident.registered();
        Answer taken = resident.enrol(Map.of("householdArea", "640121", "householdProof", "户口簿第123号"));
        String path = Resident.DESK + "/" + taken.text("number");
        String both = EnrollmentUnderTest.staff("both-r", Role.CLERK, Role.REVIEWER);
        String elsewhere = EnrollmentUnderTest.staffOf("640104", "c-e", Role.CLERK, Role.REVIEWER);

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.text("application", "state")).isEqualTo("SUBMITTED");
        assertThat(taken.text("toCheck", "0", "title")).isEqualTo("户籍所在地");
        assertThat(service().get(path, elsewhere).text("code")).isEqualTo("application-unknown");
        assertThat(Registered.post(path + "/acceptance", elsewhere, Map.of()).status())
                .isEqualTo(404);
        assertThat(Registered.post(path + "/acceptance", both, Map.of()).status())
                .isEqualTo(200);
        Answer same = Registered.post(path + "/decision", both, Map.of("approve", true));
        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text("code")).isEqualTo("same-person");
        assertThat(Registered.post(path + "/decision", reviewer(), Map.of("approve", false))
                        .text("field"))
                .isEqualTo("reason");
        assertThat(Registered.post(path + "/decision", clerk(), Map.of("approve", true))
                        .text("code"))
                .isEqualTo("role-required");
        Answer rejected = Registered.post(path + "/decision", reviewer(), Map.of("approve", false, "reason", "户籍不在本县"));
        assertThat(rejected.text("application", "state")).as(rejected.body()).isEqualTo("REJECTED");
        assertThat(resident.enrollments().text("enrollments", "0", "application", "history", "3", "remark"))
                .isEqualTo("户籍不在本县");
        assertThat(resident.enrollments().body()).doesNotContain("reviewer");
        assertThat(service().part(Relations.class).ofPerson(resident.id())).isEmpty();
        Answer again = Registered.post(path + "/decision", reviewer(), Map.of("approve", true));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void the_desk_lists_what_waits_in_its_area() {
        Resident resident = Resident.registered();
        resident.enrol(Map.of("householdArea", "640402", "householdProof", "户口簿"));
        String desk = EnrollmentUnderTest.staffOf("640400", "desk", Role.CLERK);

        assertThat(service().get(Resident.DESK, desk).body())
                .contains(resident.id().value());
        assertThat(service().get(Resident.DESK + "?area=640104", desk).text("code"))
                .isEqualTo("area-not-yours");
        assertThat(service().get(Resident.DESK + "?area=999999", desk).status()).isEqualTo(400);
        assertThat(service().get(Resident.DESK, resident.token()).status()).isEqualTo(403);
    }

    @Test
    void whoever_may_not_be_enrolled_is_told_why_and_nothing_is_left_behind() {
        Resident resident = Resident.registered();
        String employed = Company.withRiskClass().employ("2020-01", "6000.00");
        Answer worker = Registered.post(
                Resident.ENROLLMENTS,
                EnrollmentUnderTest.citizen(employed, "my-ningxia"),
                resident.wish(Map.of("accountHolder", "张明")));

        assertThat(resident.enrol(Map.of("student", true)).text("clause")).isEqualTo("国发〔2014〕8号 第三条");
        assertThat(Resident.registeredIn("640104", "2004-02-11").enrol(Map.of()).text("code"))
                .isEqualTo("too-young");
        assertThat(Resident.registeredIn("640104", "2004-02-10").enrol(Map.of()).status())
                .isEqualTo(200);
        assertThat(resident.enrol(Map.of("accountHolder", "王五")).text("code")).isEqualTo("account-not-own");
        Answer grade = resident.enrol(Map.of("grade", "150.00"));
        assertThat(grade.text("code")).isEqualTo("grade-not-in-list");
        assertThat(grade.body()).contains("3000.00").contains("SAMPLE");
        assertThat(worker.text("code")).as(worker.body()).isEqualTo("pension-overlap");
        assertThat(resident.enrollments().json().path("enrollments").size()).isZero();
        assertThat(service().part(Relations.class).ofPerson(resident.id())).isEmpty();
    }

    @Test
    void past_the_pensions_age_only_whoever_has_years_to_make_up_is_taken_in_for_people_to_decide() {
        Resident resident = Resident.registeredIn("640104", "1960-01-31");
        Resident inTheMonth = Resident.registeredIn("640104", "1960-02-03");

        assertThat(resident.enrol(Map.of()).text("code")).isEqualTo("nothing-to-pay");
        assertThat(inTheMonth.enrol(Map.of()).status()).isEqualTo(200);
        Answer taken = resident.enrol(Map.of("yearsToMakeUp", 4));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        String path = Resident.DESK + "/" + taken.text("number") + "/acceptance";
        Answer asked = Registered.post(path, clerk(), Map.of("missing", List.of("years-proof", "household-proof")));
        assertThat(asked.text("application", "state")).as(asked.body()).isEqualTo("MATERIALS_MISSING");
        assertThat(Registered.post(path, clerk(), Map.of()).text("code")).isEqualTo("case-main-paper-missing");
        assertThat(Registered.post(path, clerk(), Map.of("missing", List.of("passport")))
                        .text("field"))
                .isEqualTo("missing");
        Answer refused = Registered.post(path, clerk(), Map.of("refuse", "逾期未补正"));
        assertThat(refused.text("application", "state")).isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void nonsense_is_refused_by_field() {
        Resident resident = Resident.registered();

        assertThat(resident.enrol(Map.of("householdArea", "990000")).text("field"))
                .isEqualTo("householdArea");
        assertThat(resident.enrol(Map.of("householdArea", "640100")).text("code"))
                .isEqualTo("area-not-a-county");
        assertThat(resident.enrol(Map.of("grade", "-200.00")).text("code")).isEqualTo("grade-not-positive");
        assertThat(resident.enrol(Map.of("grade", "200")).text("field")).isEqualTo("grade");
        assertThat(resident.enrol(Map.of("account", "12")).text("field")).isEqualTo("account");
        assertThat(resident.enrol(Map.of("account", "")).text("field")).isEqualTo("account");
        assertThat(resident.enrol(Map.of("student", "")).text("field")).isEqualTo("student");
        assertThat(resident.enrol(Map.of("number", "640104198506150012X")).text("field"))
                .isEqualTo("number");
        assertThat(resident.enrol(Map.of("yearsToMakeUp", 16)).text("field")).isEqualTo("yearsToMakeUp");
        assertThat(resident.enrol(Map.of("nonsense", 1)).status()).isEqualTo(400);
        assertThat(resident.enrol(Map.of("account", "8812345678")).text("accountLooksLikeCard"))
                .isEqualTo("false");
    }

    @Test
    void agents_and_strangers_have_no_business_here() {
        Answer agent =
                Registered.post(Resident.ENROLLMENTS, Company.withRiskClass().agent(), Map.of());
        Answer nobody = service().get(Resident.ENROLLMENTS, null);

        assertThat(agent.text("code")).isEqualTo("role-required");
        assertThat(nobody.status()).isEqualTo(401);
    }

    private static List<JsonNode> told(Resident resident) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(resident.id().value())).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .filter(each -> each.path("type").asString().equals("enrollment.case-progressed"))
                    .toList();
        }
    }
}
