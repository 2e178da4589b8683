package org.nxsi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;

/** Problems, commands, pages and callers, asked for over HTTP. */
class WebConventionsTest {

    private static final String NUMBER = "640104196002290011";

    private static Surroundings surroundings;
    private static ServiceUnderTest service;
    private static String token;

    @BeforeAll
    static void start() {
        surroundings = Surroundings.start();
        service = surroundings.service(
                ThingsApplication.class,
                "spring.config.import=classpath:platform.yaml",
                "spring.application.name=things",
                "nxsi.mongodb.database=things",
                "nxsi.body-limit-bytes=2000");
        token = token("citizen");
    }

    @AfterAll
    static void stop() {
        surroundings.close();
    }

    @Test
    void a_command_without_a_key_is_refused() {
        assertProblem(service.post("/v1/things", token, null, "{\"name\":\"a\"}"), 400, "idempotency-key-required");
        assertProblem(service.post("/v1/things", token, " ", "{\"name\":\"a\"}"), 400, "idempotency-key-required");
        assertProblem(
                service.post("/v1/things", token, "k".repeat(129), "{\"name\":\"a\"}"),
                400,
                "idempotency-key-required");
    }

    @Test
    void another_spelling_of_the_path_needs_a_key_too() {
        assertProblem(service.post("/%76%31/things", token, null, "{\"name\":\"a\"}"), 400, "idempotency-key-required");
    }

    @Test
    void a_question_needs_no_key_and_leaves_no_record() {
        assertThat(service.post("/v1/things/lookups", token, null, "{\"name\":\"a\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_policy_does_not_know_is_refused_by_name_with_the_document_that_would_tell() {
        Answer answer = service.get("/v1/things/policy", token);

        assertProblem(answer, 422, "policy-unknown");
        assertThat(answer.text("policy")).isEqualTo("emergency.late_fee_waived");
        assertThat(answer.text("missing")).contains("滞纳金");
    }

    @Test
    void a_day_beyond_the_calendar_is_refused_by_its_year() {
        Answer answer = service.get("/v1/things/calendar", token);

        assertProblem(answer, 422, "calendar-unknown");
        assertThat(answer.text("year")).isEqualTo("2100");
    }

    @Test
    void a_long_answer_that_fails_in_the_middle_breaks_off_and_does_not_end_as_if_it_were_whole() {
        assertThatThrownBy(() -> service.get("/v1/things/long", token))
                .isInstanceOf(AssertionError.class)
                .cause()
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_the_work_is_done_once() {
        String key = key();
        int before = things().made.get();

        Answer first = service.post("/v1/things", token, key, "{\"name\":\"chair\"}");
        Answer second = service.post("/v1/things", token, key, "{\"name\":\"chair\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(things().made.get()).isEqualTo(before + 1);
    }

    @Test
    void a_refusal_is_an_answer_and_is_repeated() {
        String key = key();
        int before = things().made.get();

        Answer first = service.post("/v1/things/refused", token, key, "{\"name\":\"table\"}");
        Answer second = service.post("/v1/things/refused", token, key, "{\"name\":\"table\"}");

        assertProblem(first, 409, "thing-exists");
        assertThat(first.text("thing")).isEqualTo("table");
        assertThat(first.text("clause")).isEqualTo("社会保险法 第五十七条");
        assertThat(first.text("type")).isEqualTo("urn:nxsi:problem:thing-exists");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(things().made.get()).isEqualTo(before + 1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = key();
        service.post("/v1/things", token, key, "{\"name\":\"a\"}");

        assertProblem(service.post("/v1/things", token, key, "{\"name\":\"b\"}"), 422, "idempotency-key-reused");
        assertProblem(service.post("/v1/things?more=1", token, key, "{\"name\":\"a\"}"), 422, "idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_its_caller_and_its_operation() {
        String key = key();
        Answer mine = service.post("/v1/things", token, key, "{\"name\":\"a\"}");
        Answer yours = service.post("/v1/things", token("another"), key, "{\"name\":\"b\"}");
        Answer elsewhere = service.post("/v1/things/refused", token, key, "{\"name\":\"c\"}");

        assertThat(mine.status()).isEqualTo(201);
        assertThat(yours.status()).isEqualTo(201);
        assertThat(yours.text("id")).isNotEqualTo(mine.text("id"));
        assertProblem(elsewhere, 409, "thing-exists");
    }

    @Test
    void while_the_first_is_in_flight_the_second_is_told_so() throws Exception {
        String key = key();
        Things held = hold();
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> service.post("/v1/things/slow", token, key, "{\"name\":\"a\"}"));
        assertThat(held.entered().await(20, TimeUnit.SECONDS)).isTrue();

        Answer second = service.post("/v1/things/slow", token, key, "{\"name\":\"a\"}");
        held.mayLeave().countDown();

        assertProblem(second, 409, "command-in-flight");
        assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(service.post("/v1/things/slow", token, key, "{\"name\":\"a\"}")
                        .body())
                .isEqualTo(first.get().body());
    }

    @Test
    void after_a_failure_of_ours_the_same_key_may_be_tried_again() {
        String key = key();

        assertProblem(
                service.post("/v1/things/shaky", token, key, "{\"name\":\"" + key + "\"}"), 500, "internal-error");
        assertThat(service.post("/v1/things/shaky", token, key, "{\"name\":\"" + key + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_was_done_is_answered_although_the_store_takes_no_note_and_the_note_is_taken_later() {
        String key = key();
        int before = things().made.get();
        Answer first = whileNoNoteIsTakenOf(201, () -> service.post("/v1/things", token, key, "{\"name\":\"a\"}"));
        Answer second = service.post("/v1/things", token, key, "{\"name\":\"a\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(things().made.get()).isEqualTo(before + 1);
    }

    /** A unique index stands for a store that refuses: no second answer with this status can be noted. */
    private static Answer whileNoNoteIsTakenOf(int status, Supplier<Answer> command) {
        MongoCollection<Document> records = service.part(MongoDatabase.class).getCollection("command_records");
        records.deleteMany(new Document());
        records.insertOne(new Document("_id", "another").append("status", status));
        String refusing = records.createIndex(Indexes.ascending("status"), new IndexOptions().unique(true));
        try {
            return command.get();
        } finally {
            records.dropIndex(refusing);
        }
    }

    @Test
    void after_a_crash_the_command_is_carried_out_again_under_the_same_id() {
        String key = key();
        Answer first = service.post("/v1/things", token, key, "{\"name\":\"a\"}");
        service.part(MongoDatabase.class)
                .getCollection("command_records")
                .updateMany(
                        new Document("state", "DONE"),
                        Updates.combine(
                                Updates.set("state", "IN_FLIGHT"),
                                Updates.set(
                                        "leaseUntil", Date.from(Instant.now().minusSeconds(1)))));

        Answer again = service.post("/v1/things", token, key, "{\"name\":\"a\"}");

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.json().path("times").intValue())
                .isGreaterThan(first.json().path("times").intValue());
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        String large = "{\"name\":\"" + "x".repeat(2_000) + "\"}";

        assertProblem(service.post("/v1/things", token, key(), large), 413, "body-too-large");
    }

    @Test
    void a_body_that_cannot_be_read_names_the_field() {
        Answer broken = service.post("/v1/things", token, key(), "{\"name\":");
        Answer unknown = service.post("/v1/things", token, key(), "{\"name\":\"a\",\"colour\":1}");
        Answer badMonth = service.post("/v1/things", token, key(), "{\"name\":\"a\",\"month\":\"2020-13\"}");

        assertProblem(broken, 400, "malformed-body");
        assertProblem(unknown, 400, "malformed-body");
        assertThat(unknown.text("field")).isEqualTo("colour");
        assertThat(unknown.body()).doesNotContain("org.nxsi");
        assertProblem(badMonth, 400, "malformed-body");
        assertThat(badMonth.text("field")).isEqualTo("month");
        assertThat(badMonth.text("detail")).contains("2020-13").doesNotContain("org.nxsi");
    }

    @Test
    void a_parameter_that_is_wrong_or_missing_is_named() {
        Answer wrongNumber = service.get("/v1/things/123?month=2020-03", token);
        Answer wrongMonth = service.get("/v1/things/" + NUMBER + "?month=2020-3", token);
        Answer noMonth = service.get("/v1/things/" + NUMBER, token);

        assertProblem(wrongNumber, 400, "invalid-parameter");
        assertThat(wrongNumber.text("field")).isEqualTo("number");
        assertProblem(wrongMonth, 400, "invalid-parameter");
        assertThat(wrongMonth.text("field")).isEqualTo("month");
        assertProblem(noMonth, 400, "missing-parameter");
        assertProblem(
                service.get("/v1/things/" + NUMBER + "?month=2020-03&day=20200315", token), 400, "invalid-parameter");
        assertThat(service.get("/v1/things/" + NUMBER + "?month=2020-03&day=2020-03-15", token)
                        .body())
                .endsWith("0011 2020-03 2020-03-15");
    }

    @Test
    void what_spring_refuses_is_a_problem_too() {
        Answer method =
                service.send(service.request("/v1/things", token).DELETE().header("Idempotency-Key", key()));
        Answer media = service.send(service.request("/v1/things", token)
                .header("Idempotency-Key", key())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("a")));
        Answer firewalled = service.get("/v1//things", token);

        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET", "POST");
        assertProblem(media, 415, "unsupported-media-type");
        assertProblem(firewalled, 400, "bad-request");
    }

    @Test
    void a_page_has_bounds() {
        assertThat(service.get("/v1/things", token).text("limit")).isEqualTo("100");
        assertThat(service.get("/v1/things?limit=500", token).text("limit")).isEqualTo("500");
        assertProblem(service.get("/v1/things?limit=501", token), 400, "invalid-parameter");
        assertProblem(service.get("/v1/things?limit=0", token), 400, "invalid-parameter");
        assertProblem(service.get("/v1/things?limit=many", token), 400, "invalid-parameter");
        assertProblem(service.get("/v1/things?cursor=%21", token), 400, "invalid-parameter");
        assertThat(service.get("/v1/things?cursor=" + PageRequest.cursor("银川"), token)
                        .text("after"))
                .isEqualTo("银川");
    }

    @Test
    void a_caller_is_what_the_token_says() {
        String clerk = service.token("clerk")
                .client("ops-console")
                .roles(Role.CLERK, Role.EMPLOYER_AGENT)
                .claim("agency", "640100")
                .claim("person_id", "p")
                .claim("acr", "2")
                .signed();

        Answer caller = service.get("/v1/callers/me", clerk);

        assertThat(caller.text("subject")).isEqualTo("clerk");
        assertThat(caller.text("client")).isEqualTo("ops-console");
        assertThat(caller.text("roles", "1")).isEqualTo("employer-agent");
        assertThat(caller.text("agency")).isEqualTo("640100");
        assertThat(caller.text("acr")).isEqualTo("2");
    }

    private record Things(CountDownLatch entered, CountDownLatch mayLeave) {}

    private static Things hold() {
        things().entered = new CountDownLatch(1);
        things().mayLeave = new CountDownLatch(1);
        return new Things(things().entered, things().mayLeave);
    }

    private static ThingsApplication.Things things() {
        return service.part(ThingsApplication.Things.class);
    }

    private static String token(String subject) {
        return service.token(subject).client("web").roles(Role.CITIZEN).signed();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }
}
