package org.nxsi.deferral.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.DeferralUnderTest.admin;
import static org.nxsi.deferral.DeferralUnderTest.admin2;
import static org.nxsi.deferral.DeferralUnderTest.clerk;
import static org.nxsi.deferral.DeferralUnderTest.freshKey;
import static org.nxsi.deferral.DeferralUnderTest.service;
import static org.nxsi.deferral.DeferralUnderTest.staffOf;
import static org.nxsi.deferral.DeferralUnderTest.surroundings;
import static org.nxsi.deferral.period.DeclaredPeriods.PATH;
import static org.nxsi.deferral.period.DeclaredPeriods.confirm;
import static org.nxsi.deferral.period.DeclaredPeriods.declaration;
import static org.nxsi.deferral.period.DeclaredPeriods.declare;
import static org.nxsi.deferral.period.DeclaredPeriods.post;
import static org.nxsi.deferral.period.DeclaredPeriods.propose;
import static org.nxsi.deferral.period.DeclaredPeriods.proposed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every county that is named here is used by one test; 640104 to 640121 are left to the tests of other parts. */
class EmergencyPeriodServiceTest {

    /** Other tests of the JVM have a store of their own, but the same broker. */
    private static boolean isOf(String region, Instant since, ConsumerRecord<String, byte[]> event) {
        Instant time = Instant.parse(JSON.readTree(event.value()).path("time").asString());
        return region.equals(event.key()) && !time.isBefore(since);
    }

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_period_is_declared_by_one_person_and_another() {
        String id = proposed("640402", "2020-01-23");

        assertThat(inForce("640402", "2020-02-01")).isFalse();
        assertRefused(post("/" + id + "/declaration", admin(), "{}"), 403, "same-person");
        Answer declared = confirm(id, "declaration");

        assertThat(declared.text("state")).isEqualTo("OPEN");
        assertThat(declared.text("records", "0", "kind")).isEqualTo("DECLARED");
        assertThat(declared.text("records", "0", "proposedBy")).isEqualTo("admin");
        assertThat(declared.text("records", "0", "confirmedBy")).isEqualTo("admin2");
        assertThat(declared.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(inForce("640402", "2020-02-01")).isTrue();
        assertThat(inForce("640402", "2020-01-22")).isFalse();
    }

    @Test
    void two_accounts_of_one_person_are_one_person() {
        String id = proposed("640422", "2020-01-23");
        String second = service()
                .token("another-account")
                .client("ops-console")
                .roles(Role.ADMIN)
                .claim("agency", "640000")
                .claim("person_id", "admin")
                .signed();

        assertRefused(post("/" + id + "/declaration", second, "{}"), 403, "same-person");
    }

    @Test
    void lifting_and_correction_are_further_records_and_the_chain_is_kept() {
        String id = declare("640423", "2020-01-23");
        propose(id, "lifting-proposal", "{\"liftedOn\":\"2020-06-30\",\"docNo\":\"示例〔2020〕9号\"}");
        assertRefused(post("/" + id + "/lifting", admin(), "{}"), 403, "same-person");
        confirm(id, "lifting");
        propose(id, "correction-proposal", "{\"liftedOn\":\"2020-07-15\",\"reason\":\"公告更正\"}");
        confirm(id, "correction");

        Answer period = service().get(PATH + "/" + id, clerk());

        assertThat(period.text("state")).isEqualTo("LIFTED");
        assertThat(period.text("effective", "liftedOn")).isEqualTo("2020-07-15");
        assertThat(period.text("effective", "liftDocNo")).isEqualTo("示例〔2020〕9号");
        assertThat(kinds(period)).containsExactly("DECLARED", "LIFTED", "CORRECTED");
        assertThat(period.text("records", "1", "terms", "liftedOn")).isEqualTo("2020-06-30");
        assertThat(period.text("records", "2", "reason")).isEqualTo("公告更正");
        assertThat(inForce("640423", "2020-07-15")).isTrue();
        assertThat(inForce("640423", "2020-07-16")).isFalse();
    }

    @Test
    void who_is_no_admin_is_refused_whatever_the_wish_says() {
        assertRefused(post("", clerk(), "{}"), 403, "role-required");
    }

    @Test
    void a_lifting_that_was_published_by_mistake_is_taken_back_by_a_correction() {
        String id = declare("640424", "2020-01-23");
        DeclaredPeriods.lift(id, "2020-02-29");
        propose(id, "correction-proposal", "{\"notLifted\":true,\"reason\":\"误发\"}");

        Answer corrected = confirm(id, "correction");

        assertThat(corrected.text("state")).isEqualTo("OPEN");
        assertThat(kinds(corrected)).containsExactly("DECLARED", "LIFTED", "CORRECTED");
        assertThat(inForce("640424", "2020-12-31")).isTrue();
    }

    @Test
    void a_proposal_that_comes_to_nothing_stays_on_record() {
        String id = declare("640425", "2020-01-23");
        propose(id, "lifting-proposal", "{\"liftedOn\":\"2020-03-31\",\"docNo\":\"示例〔2020〕9号\"}");
        Answer withdrawn = post("/" + id + "/withdrawal", admin2(), "{\"reason\":\"尚未公告\"}");

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.text("state")).isEqualTo("OPEN");
        assertThat(withdrawn.text("withdrawn", "0", "proposal", "terms", "liftedOn"))
                .isEqualTo("2020-03-31");
        assertThat(withdrawn.text("withdrawn", "0", "reason")).isEqualTo("尚未公告");
        assertRefused(post("/" + id + "/lifting", admin2(), "{}"), 409, "nothing-proposed");
        assertRefused(post("/" + id + "/withdrawal", admin(), "{\"reason\":\"x\"}"), 409, "nothing-proposed");
    }

    @Test
    void who_confirms_can_say_which_proposal_they_have_seen() {
        String id = proposed("640502", "2020-01-23");
        post("/" + id + "/withdrawal", admin(), "{\"reason\":\"误报\"}");
        String again = proposed("640502", "2020-01-24");

        assertThat(again).isEqualTo("EP-640502-2");
        assertRefused(post("/" + again + "/declaration", admin2(), "{\"proposal\":2}"), 409, "proposal-changed");
        assertThat(post("/" + again + "/declaration", admin2(), "{\"proposal\":1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void there_is_never_a_period_of_a_region_and_one_of_an_area_above_or_below() {
        declare("640521", "2020-01-23");
        String before = register();

        assertRefused(post("", admin(), declaration("640521", "2020-02-01")), 409, "period-overlaps");
        assertRefused(post("", admin(), declaration("640500", "2020-02-01")), 409, "period-overlaps");
        assertRefused(post("", admin(), declaration("640000", "2020-02-01")), 409, "period-overlaps");
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void of_many_who_propose_the_same_at_once_one_succeeds() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> propose =
                    () -> post("", admin(), declaration("640522", "2020-01-23")).status();
            List<Future<Integer>> answers = people.invokeAll(List.of(propose, propose, propose, propose));
            List<Integer> statuses = List.of(
                    answers.get(0).get(),
                    answers.get(1).get(),
                    answers.get(2).get(),
                    answers.get(3).get());

            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"region":"640499","from":"2020-01-23","docNo":"示例〔2020〕1号"}    | region-unknown    | region
                    {"region":"100000","from":"2020-01-23","docNo":"示例〔2020〕1号"}    | region-unknown    | region
                    {"from":"2020-01-23","docNo":"示例〔2020〕1号"}                      | region-unknown    | region
                    {"region":"640381","from":"20200-01-23","docNo":"示例〔2020〕1号"}   | invalid-date      | from
                    {"region":"640381","from":"+20200-01-23","docNo":"示例〔2020〕1号"}  | invalid-date      | from
                    {"region":"640381","from":"2018-12-31","docNo":"示例〔2020〕1号"}    | invalid-date      | from
                    {"region":"640381","from":"2101-01-01","docNo":"示例〔2020〕1号"}    | invalid-date      | from
                    {"region":"640381","from":"2021-02-29","docNo":"示例〔2020〕1号"}    | invalid-date      | from
                    {"region":"640381","docNo":"示例〔2020〕1号"}                        | invalid-date      | from
                    {"region":"640381","from":"2020-01-23"}                                | document-required | docNo
                    {"region":"640381","from":"2020-01-23","docNo":" "}                    | document-required | docNo
                    """)
    void a_declaration_with_something_wrong_in_it_is_refused_and_changes_nothing(
            String body, String code, String field) {
        String before = register();

        Answer refused = post("", admin(), body);

        assertRefused(refused, 400, code);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(refused.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void nothing_is_lifted_or_corrected_that_is_not_declared() {
        String id = proposed("640205", "2020-01-23");
        String lifting = "{\"liftedOn\":\"2020-06-30\",\"docNo\":\"示例〔2020〕9号\"}";
        String before = register();

        assertRefused(post("/" + id + "/lifting-proposal", admin(), lifting), 409, "period-not-declared");
        assertRefused(post("/" + id + "/lifting", admin2(), "{}"), 409, "period-not-declared");
        assertRefused(
                post("/" + id + "/correction-proposal", admin(), "{\"from\":\"2020-01-25\",\"reason\":\"误\"}"),
                409,
                "period-not-declared");
        assertRefused(post("/EP-640202-9/lifting-proposal", admin(), lifting), 404, "period-unknown");
        assertRefused(post("/EP-640202-9/lifting", admin2(), "{}"), 404, "period-unknown");
        assertThat(register()).isEqualTo(before);
        post("/" + id + "/withdrawal", admin(), "{\"reason\":\"试\"}");
    }

    @Test
    void a_lifting_or_correction_with_something_wrong_in_it_is_refused_and_changes_nothing() {
        String id = declare("640221", "2020-01-23");
        String before = register();

        assertRefused(
                post("/" + id + "/lifting-proposal", admin(), "{\"liftedOn\":\"2020-01-22\",\"docNo\":\"文号\"}"),
                400,
                "lifted-before-first-day");
        assertRefused(
                post("/" + id + "/lifting-proposal", admin(), "{\"liftedOn\":\"20200-06-30\",\"docNo\":\"文号\"}"),
                400,
                "invalid-date");
        assertRefused(
                post("/" + id + "/lifting-proposal", admin(), "{\"liftedOn\":\"2020-06-30\"}"),
                400,
                "document-required");
        assertRefused(
                post("/" + id + "/correction-proposal", admin(), "{\"from\":\"2020-01-25\"}"), 400, "reason-required");
        assertRefused(
                post("/" + id + "/correction-proposal", admin(), "{\"from\":\"2020-01-23\",\"reason\":\"同\"}"),
                409,
                "nothing-corrected");
        assertRefused(
                post("/" + id + "/correction-proposal", admin(), "{\"liftedOn\":\"2020-06-30\",\"reason\":\"无文号\"}"),
                400,
                "lifted-or-not");
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void one_proposal_waits_at_a_time_and_a_lifted_period_is_corrected_not_lifted_again() {
        String id = declare("640323", "2020-01-23");
        String lifting = "{\"liftedOn\":\"2020-06-30\",\"docNo\":\"示例〔2020〕9号\"}";
        propose(id, "lifting-proposal", lifting);

        assertRefused(post("/" + id + "/lifting-proposal", admin2(), lifting), 409, "proposal-pending");
        confirm(id, "lifting");
        assertRefused(post("/" + id + "/lifting-proposal", admin(), lifting), 409, "period-lifted");
        assertThat(post("/" + id + "/lifting", admin2(), "{}").status())
                .as("confirmed again by the same person it is what it is")
                .isEqualTo(200);
    }

    @Test
    void only_admins_decide_and_only_for_the_area_of_their_agency() {
        String declaration = declaration("640324", "2020-01-23");

        assertRefused(post("", clerk(), declaration), 403, "role-required");
        assertRefused(post("", staffOf("640100", "admin-640100", Role.ADMIN), declaration), 403, "area-not-yours");
        assertThat(service().get(PATH, clerk()).status()).isEqualTo(200);
    }

    @Test
    void a_repeated_command_makes_no_second_proposal() {
        String key = freshKey();
        Answer first = service().post(PATH, admin(), key, declaration("640303", "2020-01-23"));
        Answer again = service().post(PATH, admin(), key, declaration("640303", "2020-01-23"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(first.header("Location")).endsWith(PATH + "/" + first.text("id"));
    }

    @Test
    void each_record_is_told_with_the_whole_state_of_its_region() {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = declare("640202", "2020-01-23");
        DeclaredPeriods.lift(id, "2020-06-30");
        DeclaredPeriods.correctLifting(id, "2020-07-15");

        try (TestListener listener = surroundings().listen("deferral.events", EmergencyPeriods.TOPIC)) {
            List<JsonNode> told = listener.await(6, each -> isOf("640202", begin, each)).stream()
                    .map(EmergencyPeriodServiceTest::valid)
                    .toList();

            assertThat(told)
                    .extracting(event -> event.path("type").asString())
                    .containsExactlyInAnyOrder(
                            "emergency.declared",
                            "emergency.lifted",
                            "emergency.corrected",
                            "emergency.region-state",
                            "emergency.region-state",
                            "emergency.region-state");
            JsonNode last = told.stream()
                    .filter(event -> event.path("type").asString().equals("emergency.region-state"))
                    .max((one, other) -> Long.compare(
                            one.path("aggregateversion").asLong(),
                            other.path("aggregateversion").asLong()))
                    .orElseThrow();
            assertThat(last.path("data").path("periods").size()).isEqualTo(1);
            assertThat(last.path("data")
                            .path("periods")
                            .path(0)
                            .path("liftedOn")
                            .asString())
                    .isEqualTo("2020-07-15");
        }
        EmergencyPeriods copy = service().part(EmergencyPeriods.class);
        Eventually.that(
                "the service's own copy has the correction",
                () -> copy.inForce(AreaCode.parse("640202"), LocalDate.parse("2020-07-15"))
                        .isPresent());
    }

    @Test
    void the_list_is_paged_and_can_be_asked_for_a_region_or_a_state() {
        declare("640122", "2020-01-23");

        Answer ofRegion = service().get(PATH + "?region=640122", clerk());
        Answer refusedOnes = service().get(PATH + "?region=640122&state=REFUSED", clerk());
        Answer first = service().get(PATH + "?limit=1", clerk());

        assertThat(ofRegion.json().path("items").size()).isEqualTo(1);
        assertThat(ofRegion.text("items", "0", "region", "name")).isEqualTo("宁夏回族自治区银川市贺兰县");
        assertThat(refusedOnes.json().path("items").size()).isZero();
        assertThat(first.json().path("items").size()).isEqualTo(1);
    }

    private static JsonNode valid(ConsumerRecord<String, byte[]> record) {
        EventSchemas.assertValid(record.value());
        return JSON.readTree(record.value());
    }

    private static List<String> kinds(Answer period) {
        return period.json()
                .path("records")
                .valueStream()
                .map(record -> record.path("kind").asString())
                .toList();
    }

    private static boolean inForce(String area, String on) {
        return service()
                .part(Periods.class)
                .inForce(AreaCode.parse(area), LocalDate.parse(on))
                .isPresent();
    }

    private static String register() {
        return service().get(PATH + "?limit=500", clerk()).body();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
