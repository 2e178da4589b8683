package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 网上人社 第5项 社会保险费申报核定. */
class DeclarationServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/v1/employers/me/contribution-declarations";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void a_declared_month_is_assessed_by_scheme_with_number_and_due_date() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.employ("2020-01", "4000.00");

        Answer sheet = company.declareMonth("2020-01");

        assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
        assertThat(sheet.text("number")).matches("HD202001-[0-9A-Z]{10}");
        assertThat(sheet.text("dueDate")).isEqualTo("2020-02-25");
        assertThat(sheet.json().path("revision").asInt()).isEqualTo(1);
        assertThat(sheet.json().path("persons").asInt()).isEqualTo(2);
        assertThat(scheme(sheet, "110").path("employer").asString()).isEqualTo("1600.00");
        assertThat(scheme(sheet, "110").path("person").asString()).isEqualTo("800.00");
        assertThat(scheme(sheet, "210").path("owed").asString()).isEqualTo("100.00");
        assertThat(scheme(sheet, "410").path("employer").asString()).isEqualTo("32.00");
        assertThat(sheet.text("owed")).isEqualTo("2532.00");
        assertThat(sheet.body()).contains("\"key\":\"injury.rate_cut\"").contains("\"status\":\"SAMPLE\"");
    }

    @Test
    void declared_again_it_is_the_same_sheet() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");

        Answer first = company.declareMonth("2020-01");
        Answer again = company.declareMonth("2020-01");

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void what_has_changed_since_makes_a_new_revision_with_the_difference() {
        Company company = Company.withRiskClass();
        String stays = company.employ("2020-01", "6000.00");
        String leaves = company.employ("2020-01", "5000.00");
        company.declareMonth("2020-01");
        company.declare(stays, "2020-01", "7000.00");
        company.dismiss(leaves, "2020-01");
        Answer january = company.declareMonth("2020-01");
        Answer february = company.declareMonth("2020-02");

        assertThat(january.json().path("revision").asInt()).isEqualTo(2);
        assertThat(january.text("difference")).isEqualTo("253.20");
        assertThat(january.json().path("revisions").size()).isEqualTo(2);
        assertThat(february.json().path("persons").asInt()).isEqualTo(1);
    }

    @Test
    void who_is_not_insured_any_more_keeps_a_line_of_nothing() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        String mistaken = company.employ("2020-01", "5000.00");
        company.declareMonth("2020-02");
        company.dismiss(mistaken, "2020-01");

        Answer sheet = company.declareMonth("2020-02");

        assertThat(sheet.json().path("persons").asInt()).isEqualTo(1);
        assertThat(scheme(sheet, "110").path("person").asString()).isEqualTo("480.00");
        List<AssessedMonth> months = service.part(AssessedMonths.class)
                .ofPerson(
                        PersonId.parse(EnrollmentUnderTest.person(mistaken)),
                        Month.parse("2020-02"),
                        Month.parse("2020-02"));
        assertThat(months).hasSize(1);
        assertThat(months.getFirst().revision()).isEqualTo(2);
        Parts none = months.getFirst().parts().get("110");
        assertThat(none).isNotNull();
        assertThat(none.owed()).isEqualTo(Fen.ZERO);
        assertThat(none.base()).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_scheme_that_cannot_be_assessed_is_named_and_the_others_are_assessed() {
        Company company = Company.withoutRiskClass();
        company.employ("2020-01", "6000.00");

        Answer sheet = company.declareMonth("2020-01");

        assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
        assertThat(scheme(sheet, "110").path("employer").asString()).isEqualTo("960.00");
        assertThat(sheet.text("notAssessed", "0", "scheme")).isEqualTo("410");
        assertThat(sheet.text("notAssessed", "0", "key")).isEqualTo("employer.risk_class");
        assertThat(sheet.text("notAssessed", "0", "missing")).isNotEmpty();

        company.change(Map.of("riskClass", "2", "from", "2019-01"));
        Answer completed = company.declareMonth("2020-01");

        assertThat(completed.text("difference")).isEqualTo("19.20");
    }

    @Test
    void a_month_without_wages_is_refused_and_says_for_whom() {
        Company company = Company.withRiskClass();
        company.employ("2020-02", "6000.00");
        String number = company.employ("2020-01", "6000.00");
        service.part(MongoDatabase.class)
                .getCollection("declared_wages")
                .deleteOne(new Document("_id", company.code() + "|" + EnrollmentUnderTest.person(number)));

        Answer refused = company.declareMonth("2020-02");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("wages-missing");
        assertThat(refused.text("persons", "0")).isEqualTo(EnrollmentUnderTest.person(number));
        assertThat(service.get(PATH + "/2020-02", company.agent()).status()).isEqualTo(404);
    }

    @Test
    void bad_months_are_refused_with_a_reason() {
        Company company = Company.withRiskClass();

        Answer noSuchMonth = company.declareMonth("2020-13");
        Answer none = Registered.post(PATH, company.agent(), Map.of());
        Answer future = company.declareMonth("2020-03");
        Answer nobody = company.declareMonth("2020-02");
        Answer longAgo = company.declareMonth("2017-02");

        assertThat(noSuchMonth.status()).isEqualTo(400);
        assertThat(noSuchMonth.text("field")).isEqualTo("month");
        assertThat(none.text("code")).isEqualTo("missing-field");
        assertThat(future.text("code")).isEqualTo("month-not-begun");
        assertThat(nobody.text("code")).isEqualTo("nobody-insured");
        assertThat(longAgo.text("code")).isEqualTo("declared-at-the-agency-only");
        assertThat(longAgo.text("clause")).isEqualTo("人社部规〔2016〕5号");
    }

    @Test
    void only_an_appointed_agent_declares_and_sees() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        String stranger = EnrollmentUnderTest.agent(company.code(), Registered.person());
        String citizen = EnrollmentUnderTest.citizen(Registered.person(), "web");

        assertThat(service.get(PATH + "/2020-01", stranger).text("code")).isEqualTo("agent-not-appointed");
        assertThat(service.get(PATH + "/2020-01", citizen).text("code")).isEqualTo("role-required");
        assertThat(Registered.post(PATH, stranger, Map.of("month", "2020-01")).status())
                .isEqualTo(403);
        assertThat(service.get(PATH + "/2020-01", company.agent()).status()).isEqualTo(200);
    }

    @Test
    void lines_come_masked_page_by_page_and_sheets_month_by_month() {
        Company company = Company.withRiskClass();
        for (int i = 0; i < 5; i++) {
            company.employ("2020-01", "600" + i + ".00");
        }
        company.declareMonth("2020-01");
        company.declareMonth("2020-02");

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get(PATH + "/2020-01/lines?limit=2&cursor=" + cursor, company.agent());
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(line -> seen.add(line.path("person").asString()));
            assertThat(page.text("items", "0", "name")).isEqualTo("*明");
            assertThat(page.text("items", "0", "socialNumber")).contains("****");
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        Answer sheets = service.get(PATH, company.agent());

        assertThat(seen).hasSize(5).isSorted().doesNotHaveDuplicates();
        assertThat(sheets.json().path("sheets").size()).isEqualTo(2);
        assertThat(service.get(PATH + "?from=2010-01&to=2020-01", company.agent())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void staff_see_the_sheets_of_their_area_only() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        String path = "/admin/v1/assessments/" + company.payer() + "/2020-01";

        assertThat(service.get(path, EnrollmentUnderTest.staffOf("640100", "clerk", Role.CLERK))
                        .status())
                .isEqualTo(200);
        assertThat(service.get(path + "/lines", EnrollmentUnderTest.clerk()).status())
                .isEqualTo(200);
        assertThat(service.get(path, EnrollmentUnderTest.staffOf("640200", "clerk", Role.CLERK))
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/admin/v1/assessments?month=2020-01&area=640104", EnrollmentUnderTest.clerk())
                        .body())
                .contains(company.code());
        assertThat(service.get(
                                "/admin/v1/assessments?month=2020-01",
                                EnrollmentUnderTest.staffOf("640200", "clerk", Role.CLERK))
                        .body())
                .doesNotContain(company.code());
        assertThat(service.get("/admin/v1/assessments/EMPLOYER:12/2020-01", EnrollmentUnderTest.clerk())
                        .text("field"))
                .isEqualTo("payer");
    }

    @Test
    void a_clerk_takes_a_declaration_at_the_window() {
        Company company = Company.withRiskClass();
        company.employ("2019-11", "6000.00");

        Answer declared = Registered.post(
                "/admin/v1/assessments",
                EnrollmentUnderTest.clerk(),
                Map.of("employer", company.code(), "month", "2020-01"));
        Answer past = Registered.post(
                "/admin/v1/assessments",
                EnrollmentUnderTest.clerk(),
                Map.of("employer", company.code(), "month", "2019-11"));
        Answer agent = Registered.post(
                "/admin/v1/assessments", company.agent(), Map.of("employer", company.code(), "month", "2020-01"));

        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        assertThat(past.text("code")).isEqualTo("month-is-past");
        assertThat(agent.status()).isEqualTo(403);
    }

    @Test
    void others_learn_of_every_revision_without_name_and_number() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        company.declare(number, "2020-01", "7000.00");
        company.declareMonth("2020-01");

        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            List<JsonNode> told =
                    listener.await(2, each -> each.key().equals(company.code()) && isAssessed(each)).stream()
                            .map(ConsumerRecord::value)
                            .peek(EventSchemas::assertValid)
                            .map(JSON::readTree)
                            .toList();

            assertThat(told).hasSize(2);
            assertThat(told.getLast().path("data").path("revision").asInt()).isEqualTo(2);
            assertThat(told.getLast().path("data").path("difference").asString())
                    .isEqualTo("253.20");
            assertThat(told.toString()).doesNotContain(number).doesNotContain("张明");
        }
    }

    private static boolean isAssessed(ConsumerRecord<String, byte[]> record) {
        return JSON.readTree(record.value()).path("type").asString().equals(SheetEvents.ASSESSED);
    }

    static JsonNode scheme(Answer sheet, String code) {
        for (JsonNode each : sheet.json().path("schemes")) {
            if (each.path("scheme").asString().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no scheme " + code + " in " + sheet.body());
    }
}
