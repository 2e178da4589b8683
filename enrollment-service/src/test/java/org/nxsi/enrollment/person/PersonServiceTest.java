package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentApplication;
import org.nxsi.enrollment.person.RosterEvents.Line;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FEBRUARY = Instant.parse("2020-02-05T01:00:00Z");

    private static Surroundings surroundings;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        surroundings = Surroundings.start();
        TestBroker.topics("pension.events");
        service = surroundings.service(EnrollmentApplication.class);
    }

    @AfterAll
    static void stop() {
        surroundings.close();
    }

    @Test
    void a_roster_makes_persons_and_others_learn_of_them_without_name_and_number() {
        List<Line> lines =
                IntStream.range(100, 400).mapToObj(RosterEvents::line).toList();
        send("many", FEBRUARY, lines);
        awaitPerson(lines.getLast().personId());

        JsonNode event = registered("many").getFirst();

        assertThat(event.path("data").path("persons").size()).isEqualTo(300);
        assertThat(event.path("data").path("persons").path(0).path("scheme").stringValue())
                .isEqualTo("110");
        assertThat(event.toString())
                .doesNotContain(lines.getFirst().socialNumber())
                .doesNotContain("张明");
        assertThat(event.path("source").stringValue()).isEqualTo("urn:nxsi:enrollment-service");
    }

    @Test
    void the_same_event_again_tells_nothing_again() {
        Line line = RosterEvents.line(1);
        send("again", FEBRUARY, List.of(line));
        send("again", FEBRUARY, List.of(line));
        send("after-again", FEBRUARY, List.of(RosterEvents.line(2)));
        awaitPerson(RosterEvents.line(2).personId());
        Eventually.that(
                "the batch is registered", () -> !registered("after-again").isEmpty());

        assertThat(registered("again")).hasSize(1);
        assertThat(service.get("/admin/v1/persons/" + line.personId(), clerk("640000"))
                        .text("name"))
                .isEqualTo("*明");
    }

    @Test
    void late_news_change_nothing() {
        Line line = RosterEvents.line(3);
        send("newer", FEBRUARY.plusSeconds(60), List.of(line.withVersion(2).withName("张小明")));
        awaitPerson(line.personId());
        send("older", FEBRUARY, List.of(line.withVersion(1), RosterEvents.line(4)));
        awaitPerson(RosterEvents.line(4).personId());

        assertThat(service.get("/admin/v1/persons/" + line.personId(), clerk("640000"))
                        .text("name"))
                .isEqualTo("*小明");
    }

    @Test
    void a_poisonous_batch_goes_to_people_and_others_go_on() {
        Line wrong = RosterEvents.line(5).withPersonId(RosterEvents.line(6).personId());
        send("poison", FEBRUARY, List.of(RosterEvents.line(7), wrong));
        send("healthy", FEBRUARY, List.of(RosterEvents.line(8)));
        awaitPerson(RosterEvents.line(8).personId());
        String admin =
                service.token("admin").client("ops-console").roles(Role.ADMIN).signed();

        Eventually.that(
                "the dead letter is listed",
                () -> service.get("/ops/v1/dead-letters", admin).body().contains("\"poison\""));
        assertThat(person(RosterEvents.line(7).personId()).status()).isEqualTo(404);
        try (TestListener letters = TestBroker.listen("enrollment-service.dead-letters")) {
            assertThat(letters.await(1, letter -> letter.key().equals("poison")))
                    .hasSize(1);
        }
    }

    @Test
    void people_see_themselves_masked() {
        Line line = RosterEvents.line(9);
        send("me", FEBRUARY, List.of(line));
        awaitPerson(line.personId());

        Answer profile = service.get("/v1/persons/me/profile", citizen(line.personId()));

        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.text("name")).isEqualTo("*明");
        assertThat(profile.text("socialNumber")).startsWith("6401**********");
        assertThat(profile.text("sex")).isEqualTo("MALE");
        assertThat(profile.text("area", "name")).isEqualTo("宁夏回族自治区银川市兴庆区");
        assertThat(profile.text("beneficiaryOf", "0", "schemeName")).isEqualTo("企业职工基本养老保险");
        assertThat(profile.text("beneficiaryOf", "0", "since")).isEqualTo("2012-03");
        assertThat(profile.body()).doesNotContain(line.socialNumber(), line.personId(), "birthDate");
    }

    @Test
    void whom_the_bureau_does_not_know_gets_a_clear_answer() {
        Answer unknown = service.get(
                "/v1/persons/me/profile", citizen(RosterEvents.line(999).personId()));
        Answer nobody = service.get(
                "/v1/persons/me/profile",
                service.token("x").client("web").roles(Role.CITIZEN).signed());
        Answer garbled = service.get("/v1/persons/me/profile", citizen("not-an-id"));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("person-not-registered");
        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.text("code")).isEqualTo("person-unknown");
        assertThat(garbled.status()).isEqualTo(403);
    }

    @Test
    void staff_see_their_area_only() {
        Line line = RosterEvents.line(10).withArea("640221");
        send("pingluo", FEBRUARY, List.of(line));
        awaitPerson(line.personId());

        assertThat(service.get("/admin/v1/persons/" + line.personId(), clerk("640200"))
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/admin/v1/persons/" + line.personId(), clerk("640104"))
                        .text("code"))
                .isEqualTo("person-unknown");
        assertThat(service.get("/admin/v1/persons?area=640221", clerk("640104")).text("code"))
                .isEqualTo("area-not-yours");
        assertThat(service.get("/admin/v1/persons?area=640221", clerk("640000")).body())
                .contains(line.personId());
        String noAgency =
                service.token("c").client("ops-console").roles(Role.CLERK).signed();
        assertThat(service.get("/admin/v1/persons", noAgency).text("code")).isEqualTo("agency-unknown");
    }

    @Test
    void a_purpose_unmasks_and_leaves_a_record() {
        Line line = RosterEvents.line(11);
        send("purpose", FEBRUARY, List.of(line));
        awaitPerson(line.personId());
        String path = "/admin/v1/persons/" + line.personId();

        Answer full = service.get(path + "?purpose=phone+call+about+his+return", clerk("640000"));
        Answer vague = service.get(path + "?purpose=+", clerk("640000"));
        Answer finance = service.get(
                path + "?purpose=curious",
                service.token("f")
                        .client("ops-console")
                        .roles(Role.FINANCE)
                        .claim("agency", "640000")
                        .signed());

        assertThat(full.text("socialNumber")).isEqualTo(line.socialNumber());
        assertThat(full.text("name")).isEqualTo("张明");
        assertThat(full.text("birthDate")).isEqualTo("1940-02-29");
        assertThat(vague.text("field")).isEqualTo("purpose");
        assertThat(finance.text("code")).isEqualTo("role-required");
        List<Document> records = service.part(MongoDatabase.class)
                .getCollection("disclosures")
                .find(new Document("person", line.personId()))
                .into(new ArrayList<>());
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().getString("purpose")).isEqualTo("phone call about his return");
        assertThat(records.getFirst().getString("account")).isEqualTo("clerk");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<Line> lines = IntStream.range(500, 525)
                .mapToObj(serial -> RosterEvents.line(serial).withArea("640522"))
                .toList();
        send("haiyuan", FEBRUARY, lines);
        lines.forEach(line -> awaitPerson(line.personId()));

        TreeSet<String> seen = new TreeSet<>();
        int listed = 0;
        String cursor = "";
        do {
            Answer page = service.get("/admin/v1/persons?area=640522&limit=10&cursor=" + cursor, clerk("640000"));
            for (JsonNode each : page.json().path("items")) {
                seen.add(each.path("personId").stringValue());
                listed++;
            }
            cursor = page.text("next");
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(lines.stream().map(Line::personId).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(listed).isEqualTo(25);
    }

    @Test
    void a_clerk_finds_a_person_by_number_without_a_number_in_an_address() {
        Line line = RosterEvents.line(12);
        send("lookup", FEBRUARY, List.of(line));
        awaitPerson(line.personId());

        Answer found = lookup(clerk("640000"), line.socialNumber());
        Answer elsewhere = lookup(clerk("640500"), line.socialNumber());
        Answer wrong = lookup(clerk("640000"), "640104196002290012");
        Answer unknownField = service.post("/admin/v1/persons/lookups", clerk("640000"), null, "{\"nummer\":1}");
        Answer citizen = lookup(citizen(line.personId()), line.socialNumber());

        assertThat(found.text("personId")).isEqualTo(line.personId());
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("field")).isEqualTo("number");
        assertThat(wrong.text("detail")).contains("social-number-check-digit").doesNotContain("640104196002290012");
        assertThat(unknownField.status()).isEqualTo(400);
        assertThat(citizen.status()).isEqualTo(403);
    }

    @Test
    void an_id_that_is_none_is_a_bad_request() {
        Answer answer = service.get("/admin/v1/persons/12", clerk("640000"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("personId");
    }

    private static Answer lookup(String token, String number) {
        return service.post(
                "/admin/v1/persons/lookups", token, null, JSON.writeValueAsString(Map.of("number", number)));
    }

    private static void send(String id, Instant time, List<Line> lines) {
        TestBroker.send("pension.events", id, RosterEvents.bytes(id, time, lines));
    }

    private static void awaitPerson(String id) {
        Eventually.that("person " + id + " is known", () -> person(id).status() == 200);
    }

    private static Answer person(String id) {
        return service.get("/admin/v1/persons/" + id, clerk("640000"));
    }

    private static List<JsonNode> registered(String cause) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(cause)).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }

    private static String clerk(String agency) {
        return service.token("clerk")
                .client("ops-console")
                .roles(Role.CLERK)
                .claim("agency", agency)
                .signed();
    }

    private static String citizen(String personId) {
        return service.token("citizen")
                .client("my-ningxia")
                .roles(Role.CITIZEN)
                .claim("person_id", personId)
                .signed();
    }
}
