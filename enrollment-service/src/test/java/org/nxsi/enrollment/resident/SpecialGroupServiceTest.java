package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

/** 我的宁夏 第10项 城乡居民特殊人员申报, and what it does to a year's assessment. */
class SpecialGroupServiceTest {

    private static final String DECLARATIONS = "/v1/persons/me/special-group-declarations";
    private static final String DESK = "/admin/v1/special-groups";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_clerk_decides_another_confirms_and_the_government_pays() {
        Resident resident = Resident.enrolled();
        resident.assess(2020, "200.00");
        Answer declared = declare(resident, Map.of("label", "LOW_INCOME", "year", 2020, "proof", "低保证第12号"));
        String path = DESK + "/" + declared.text("declarations", "0", "number");
        String both = EnrollmentUnderTest.staff("both-g", Role.CLERK, Role.REVIEWER);

        assertThat(declared.status()).as(declared.body()).isEqualTo(202);
        assertThat(Registered.post(path + "/confirmation", reviewer(), Map.of()).text("code"))
                .isEqualTo("nothing-to-confirm");
        assertThat(Registered.post(path + "/decision", both, Map.of("approve", true))
                        .status())
                .isEqualTo(200);
        Answer same = Registered.post(path + "/confirmation", both, Map.of());
        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text("code")).isEqualTo("same-person");
        Answer confirmed = Registered.post(path + "/confirmation", reviewer(), Map.of());

        assertThat(confirmed.text("labels", "0", "label")).as(confirmed.body()).isEqualTo("LOW_INCOME");
        assertThat(confirmed.text("payer", "label")).isEqualTo("LOW_INCOME");
        assertThat(confirmed.text("declarations", "0", "application", "state")).isEqualTo("APPROVED");
        Answer year = resident.years();
        assertThat(year.text("years", "0", "payable")).as(year.body()).isEqualTo("100.00");
        assertThat(year.text("years", "0", "governmentPays")).isEqualTo("100.00");
        assertThat(year.text("years", "0", "difference")).isEqualTo("-100.00");
        assertThat(year.text("years", "0", "account")).isEqualTo("240.00");
        assertThat(year.text("years", "0", "group", "label")).isEqualTo("LOW_INCOME");
        assertThat(declare(resident, Map.of("label", "LOW_INCOME", "year", 2020, "proof", "x2"))
                        .text("code"))
                .isEqualTo("label-confirmed");
        Eventually.that(
                "it is told",
                () -> !told(resident.id().value(), "enrollment.special-group-confirmed")
                        .isEmpty());
        told(resident.id().value(), "enrollment.special-group-confirmed")
                .forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
        told(resident.id().value(), "enrollment.case-progressed")
                .forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
    }

    @Test
    void whose_grade_the_government_pays_whole_owes_nothing() {
        Resident resident = Resident.enrolled();
        confirm(resident, "EXTREME_POVERTY");

        Answer year = resident.assess(2020, "100.00");

        assertThat(year.text("payable")).as(year.body()).isEqualTo("0.00");
        assertThat(year.text("account")).isEqualTo("130.00");
        assertThat(year.text("state")).isEqualTo("足额到账");
        assertThat(resident.assess(2020, "200.00").text("code")).isEqualTo("year-paid");
    }

    @Test
    void a_missing_proof_is_told_once_and_may_be_supplied() {
        Resident resident = Resident.registered();
        Resident other = Resident.registered();

        Answer declared = declare(resident, Map.of("label", "SEVERE_DISABILITY", "year", 2020));
        String number = declared.text("declarations", "0", "number");
        assertThat(declared.text("declarations", "0", "application", "state"))
                .as(declared.body())
                .isEqualTo("MATERIALS_MISSING");
        assertThat(declared.text("declarations", "0", "application", "papers", "list", "0", "code"))
                .isEqualTo("label-proof");
        assertThat(Registered.post(DESK + "/" + number + "/decision", clerk(), Map.of("approve", true))
                        .text("code"))
                .isEqualTo("case-state");
        Map<String, String> proof = Map.of("proof", "残疾人证 二级");
        String papers = DECLARATIONS + "/" + number + "/papers";
        assertThat(Registered.post(papers, other.token(), proof).text("code")).isEqualTo("declaration-unknown");
        assertThat(Registered.post(papers, resident.token(), Map.of()).text("field"))
                .isEqualTo("proof");
        Answer supplied = Registered.post(papers, resident.token(), proof);
        assertThat(supplied.text("declarations", "0", "application", "state")).isEqualTo("SUBMITTED");
        Registered.post(DESK + "/" + number + "/decision", clerk(), Map.of("approve", false, "reason", "残疾等级不符"));
        Answer rejected = Registered.post(DESK + "/" + number + "/confirmation", reviewer(), Map.of());

        assertThat(rejected.text("declarations", "0", "application", "state")).isEqualTo("REJECTED");
        Answer own = service().get(DECLARATIONS, resident.token());
        assertThat(own.body()).contains("残疾等级不符").doesNotContain("reviewer");
        assertThat(own.json().path("years").path(0).path("labels").size()).isZero();
    }

    @Test
    void a_decision_may_be_handed_back() {
        Resident resident = Resident.registered();
        Answer declared = declare(resident, Map.of("label", "LOW_INCOME", "year", 2021, "proof", "低保证"));
        String path = DESK + "/" + declared.text("declarations", "0", "number");

        Registered.post(path + "/decision", clerk(), Map.of("approve", true));
        Answer back = Registered.post(path + "/confirmation", reviewer(), Map.of("agree", false));
        Answer again = Registered.post(path + "/decision", clerk(), Map.of("approve", false, "reason", "证件过期"));

        assertThat(back.text("declarations", "0", "application", "state")).isEqualTo("IN_REVIEW");
        assertThat(again.text("declarations", "0", "wouldApprove"))
                .as(again.body())
                .isEqualTo("false");
        assertThat(Registered.post(path + "/decision", clerk(), Map.of("approve", true))
                        .text("code"))
                .isEqualTo("decision-open");
    }

    @Test
    void a_wrong_confirmation_is_corrected_by_two_people_and_the_year_follows() {
        Resident resident = Resident.enrolled();
        confirm(resident, "REGISTERED_POOR");
        resident.assess(2020, "500.00");
        String person = DESK + "/persons/" + resident.id();
        Map<String, Object> wanted =
                Map.of("year", 2020, "label", "REGISTERED_POOR", "confirm", false, "reason", "已脱贫", "proof", "扶贫办函1号");
        String both = EnrollmentUnderTest.staff("both-c", Role.CLERK, Role.REVIEWER);

        Answer proposed = Registered.post(person + "/corrections", both, wanted);
        String id = proposed.text("corrections", "0", "id");
        String confirmation = person + "/2020/corrections/" + id + "/confirmation";
        assertThat(proposed.text("labels", "0", "label")).as(proposed.body()).isEqualTo("REGISTERED_POOR");
        assertThat(Registered.post(confirmation, both, Map.of()).text("code")).isEqualTo("same-person");
        Answer done = Registered.post(confirmation, reviewer(), Map.of());

        assertThat(done.json().path("labels").size()).as(done.body()).isZero();
        assertThat(done.text("corrections", "0", "before", "0")).isEqualTo("REGISTERED_POOR");
        assertThat(done.json().path("corrections").path(0).path("after").size()).isZero();
        assertThat(resident.years().text("years", "0", "payable")).isEqualTo("500.00");
        assertThat(resident.years().text("years", "0", "difference")).isEqualTo("100.00");
        assertThat(Registered.post(person + "/corrections", clerk(), wanted).text("code"))
                .isEqualTo("nothing-changes");
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c-x", Role.CLERK);
        assertThat(Registered.post(person + "/corrections", elsewhere, wanted).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_handles_their_own_declaration_and_no_area_sees_anothers() {
        Resident resident = Resident.registered();
        Answer declared = declare(resident, Map.of("label", "LOW_INCOME", "year", 2020, "proof", "低保证"));
        String path = DESK + "/" + declared.text("declarations", "0", "number");
        String own = service()
                .token("clerk-own")
                .client("ops-console")
                .roles(Role.CLERK)
                .claim("agency", "640000")
                .claim("person_id", resident.id().value())
                .signed();
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c-y", Role.CLERK);

        assertThat(Registered.post(path + "/decision", own, Map.of("approve", true))
                        .text("code"))
                .isEqualTo("own-case");
        assertThat(service().get(path, elsewhere).text("code")).isEqualTo("declaration-unknown");
        assertThat(service().get(DESK, elsewhere).body())
                .doesNotContain(resident.id().value());
        assertThat(service()
                        .get(DESK, EnrollmentUnderTest.staffOf("640104", "c-z", Role.CLERK))
                        .body())
                .contains(resident.id().value());
        assertThat(service().get(DESK, resident.token()).status()).isEqualTo(403);
    }

    @Test
    void nonsense_is_refused_by_field() {
        Resident resident = Resident.registered();

        assertThat(declare(resident, Map.of("label", "RICH", "year", 2020)).text("field"))
                .isEqualTo("label");
        assertThat(declare(resident, Map.of("label", "LOW_INCOME", "year", 2150))
                        .text("code"))
                .isEqualTo("year-outside");
        assertThat(declare(resident, Map.of("label", "LOW_INCOME", "year", 2019))
                        .text("code"))
                .isEqualTo("year-outside");
        assertThat(declare(resident, Map.of("year", 2020)).text("field")).isEqualTo("label");
        assertThat(declare(resident, Map.of("label", "LOW_INCOME", "year", 2020, "proof", "x"))
                        .text("field"))
                .isEqualTo("proof");
        assertThat(declare(Resident.stranger("640104", "1970-01-01"), Map.of("label", "LOW_INCOME", "year", 2020))
                        .text("code"))
                .isEqualTo("person-not-registered");
        assertThat(Registered.post(DECLARATIONS, Company.withRiskClass().agent(), Map.of())
                        .text("code"))
                .isEqualTo("role-required");
        Answer first = declare(resident, Map.of("label", "LOW_INCOME", "year", 2020));
        assertThat(declare(resident, Map.of("label", "LOW_INCOME", "year", 2020))
                        .text("number"))
                .isEqualTo(first.text("declarations", "0", "number"));
    }

    @Test
    void a_shared_list_is_confirmed_by_another_and_carried_out_row_by_row() {
        Resident one = Resident.enrolled();
        Resident two = Resident.registered();
        one.assess(2020, "100.00");
        String csv = "社会保障号码,姓名,困难人员类别\n"
                + one.number + ",马兰,低保人员\n"
                + two.number + ",马兰,LOW_INCOME\n"
                + two.number + ",马兰,特困人员\n"
                + two.number + ",马兰,低保人员\n"
                + two.number + ",马蓝,特困人员\n"
                + one.number + ",马兰,重度残疾人\n"
                + Registered.freshNumber() + ",某某,低保人员\n"
                + "640104198506150012,马兰,低保人员\n";
        String key = EnrollmentUnderTest.freshKey();
        String both = EnrollmentUnderTest.staff("both-l", Role.CLERK, Role.REVIEWER);

        Answer taken = list(both, key, "2020", csv);
        Answer again = list(both, key, "2020", csv);
        Answer other = list(both, key, "2020", csv + two.number + ",马兰,特困人员\n");
        String path = DESK + "/lists/" + taken.text("id");

        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(taken.body());
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(taken.text("state")).isEqualTo("RECEIVED");
        assertThat(taken.text("refused")).isEqualTo("5");
        assertThat(taken.body()).contains("row-twice", "name-differs", "label-not-theirs", "person-not-registered");
        assertThat(one.years().text("years", "0", "payable")).isEqualTo("100.00");
        assertThat(Registered.post(path + "/confirmation", both, Map.of()).text("code"))
                .isEqualTo("same-person");
        Answer done = Registered.post(path + "/confirmation", reviewer(), Map.of());
        assertThat(done.text("state")).as(done.body()).isEqualTo("DONE");
        assertThat(done.text("done")).isEqualTo("3");
        Answer labels = service().get(DESK + "/persons/" + two.id() + "/2020", clerk());
        assertThat(labels.text("0", "payer", "label")).as(labels.body()).isEqualTo("EXTREME_POVERTY");
        assertThat(labels.text("0", "labels", "0", "source")).startsWith("民政部门 宁民函1号");
        Eventually.that(
                "the year follows",
                () -> one.years().text("years", "0", "payable").equals("0.00"));
        Eventually.that(
                "it is told once for all",
                () -> !told(taken.text("id"), "enrollment.special-group-confirmed")
                        .isEmpty());
        told(taken.text("id"), "enrollment.special-group-confirmed").forEach(each -> {
            EventSchemas.assertValid(JSON.writeValueAsBytes(each));
            assertThat(each.path("data").path("lines").size()).isEqualTo(3);
        });
        Answer twice = Registered.post(path + "/confirmation", reviewer(), Map.of());
        assertThat(twice.text("done")).isEqualTo("3");
        String second = list(
                        both,
                        EnrollmentUnderTest.freshKey(),
                        "2020",
                        "number,name,label\n" + two.number + ",马兰,LOW_INCOME\n")
                .text("id");
        assertThat(Registered.post(DESK + "/lists/" + second + "/confirmation", reviewer(), Map.of())
                        .text("alreadySo"))
                .isEqualTo("1");
        assertThat(service()
                        .get(path, EnrollmentUnderTest.staffOf("640221", "c-q", Role.CLERK))
                        .text("code"))
                .isEqualTo("list-unknown");
    }

    @Test
    void a_list_that_is_none_is_refused_whole() {
        String formula = "社会保障号码,姓名,困难人员类别\n=1+1,马兰,低保人员\n";

        Answer cell = list(clerk(), EnrollmentUnderTest.freshKey(), "2020", formula);
        assertThat(cell.status()).as(cell.body()).isEqualTo(400);
        assertThat(cell.text("code")).isEqualTo("formula-cell");
        assertThat(list(clerk(), EnrollmentUnderTest.freshKey(), "2020", "姓名\n马兰\n")
                        .text("code"))
                .isEqualTo("sheet-header-wrong");
        assertThat(list(clerk(), EnrollmentUnderTest.freshKey(), "2019", formula)
                        .text("code"))
                .isEqualTo("year-outside");
        Answer large = list(clerk(), EnrollmentUnderTest.freshKey(), "2020", "社".repeat(400_000));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("code")).isEqualTo("sheet-too-large");
        assertThat(list(Resident.registered().token(), EnrollmentUnderTest.freshKey(), "2020", formula)
                        .status())
                .isEqualTo(403);
    }

    private static void confirm(Resident resident, String label) {
        Answer declared = declare(resident, Map.of("label", label, "year", 2020, "proof", "证明1号"));
        String path = DESK + "/" + declared.text("declarations", "0", "number");
        assertThat(Registered.post(path + "/decision", clerk(), Map.of("approve", true))
                        .status())
                .isEqualTo(200);
        assertThat(Registered.post(path + "/confirmation", reviewer(), Map.of()).status())
                .isEqualTo(200);
    }

    private static Answer declare(Resident resident, Map<String, ?> body) {
        return Registered.post(DECLARATIONS, resident.token(), body);
    }

    private static Answer list(String token, String key, String year, String csv) {
        String query = "?authority=CIVIL_AFFAIRS&year=" + year + "&reference="
                + URLEncoder.encode("宁民函1号", StandardCharsets.UTF_8);
        HttpRequest.Builder request = service()
                .request(DESK + "/lists" + query, token)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(csv));
        return service().send(request);
    }

    private static List<JsonNode> told(String key, String type) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(key)).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .filter(each -> each.path("type").asString().equals(type))
                    .toList();
        }
    }
}
