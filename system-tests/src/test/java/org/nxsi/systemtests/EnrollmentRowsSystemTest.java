package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nxsi.local.keycloak.DemoPerson;
import tools.jackson.databind.JsonNode;

/**
 * The 26 rows of annexes 2, 3 and 4 that enrollment-service owns, on each of their channels as the channel lists them: done
 * for whom they are meant, refused to everybody else.
 */
class EnrollmentRowsSystemTest {

    private static final House HOUSE = House.standing();

    /** What each row is asked with: the account, and the body of what is no query. */
    private static final Map<String, Asked> ROWS = Map.ofEntries(
            Map.entry("employer-insurance", Asked.query("agent", "?month=2020-02")),
            Map.entry("employer-profile", Asked.command("agent", "{\"phone\":\"13909511234\",\"proof\":\"变更申请\"}")),
            Map.entry("employee-relations", Asked.command("agent", """
                            {"rows":[{"kind":"变更","number":"%s","name":"%s","hiredOn":"2020-02-03"}]}""".formatted(
                            DemoPerson.WORKER.number().value(),
                            DemoPerson.WORKER.personName().value()))),
            Map.entry(
                    "wage-declaration",
                    Asked.command(
                            "agent",
                            "{\"rows\":[{\"number\":\"%s\",\"wage\":\"5000.00\",\"from\":\"2020-03\"}]}"
                                    .formatted(DemoPerson.WORKER.number().value()))),
            Map.entry("contribution-declaration", Asked.command("agent", "{\"month\":\"2020-03\"}")),
            Map.entry("employer-rights-record", Asked.query("agent", "?from=2020-01&to=2020-03")),
            Map.entry("person-insurance", Asked.query("worker", "")),
            Map.entry("person-contributions", Asked.query("worker", "?from=2020-01&to=2020-03")),
            Map.entry("pension-account", Asked.query("worker", "?year=2020")),
            Map.entry("person-rights-record", Asked.query("worker", "?from=2020-01&to=2020-03")),
            Map.entry("person-profile", Asked.query("worker", "")),
            Map.entry(
                    "transfer-application",
                    Asked.command("worker", "{\"scheme\":\"110\",\"from\":\"610100\",\"to\":\"640104\"}")),
            Map.entry("transfer-review", Asked.query("worker", "")),
            Map.entry("transfer-progress", Asked.query("worker", "")),
            Map.entry("rights-statement", Asked.query("worker", "")),
            Map.entry("overseas-exemption-application", Asked.command("worker", """
                            {"scheme":"110","country":"DE","employer":"%s","from":"2020-04-01","to":"2021-03-31"}""".formatted(FoundedEmployer.CODE))),
            Map.entry("overseas-exemption-status", Asked.query("worker", "")),
            Map.entry("resident-enrollment", Asked.command("resident", """
                            {"number":"%s","name":"%s","householdArea":"640104","householdProof":"户口簿","grade":"200.00",
                             "account":"6228480402564890018","accountHolder":"%2$s","student":false}""".formatted(
                            DemoPerson.RESIDENT.number().value(),
                            DemoPerson.RESIDENT.personName().value()))),
            Map.entry(
                    "special-group-declaration",
                    Asked.command("resident", "{\"label\":\"LOW_INCOME\",\"year\":2020,\"proof\":\"低保证\"}")),
            Map.entry(
                    "resident-contribution-assessment",
                    Asked.command("resident", "{\"year\":2020,\"grade\":\"200.00\"}")),
            Map.entry(
                    "flexible-contribution-assessment",
                    Asked.command("flexible", "{\"from\":\"2020-01\",\"to\":\"2020-03\",\"base\":\"4000.00\"}")));

    /** @param after what stands behind the path of a query */
    private record Asked(String account, String body, String after) {

        static Asked query(String account, String after) {
            return new Asked(account, "", after);
        }

        static Asked command(String account, String body) {
            return new Asked(account, body, "");
        }
    }

    /** A row of a channel. */
    record Row(String channel, int number, String name, String operation, String method, String path) {

        String asked() {
            return path.replace("{year}", "2020") + ROWS.get(operation).after();
        }

        @Override
        public String toString() {
            return channel + " " + number + " " + name;
        }
    }

    @BeforeAll
    static void people_are_registered_and_an_employer_has_an_agent_and_an_employee() {
        FoundedEmployer.standing(HOUSE);
        for (DemoPerson person : Set.of(DemoPerson.RESIDENT, DemoPerson.FLEXIBLE)) {
            House.Reply reply = HOUSE.post(
                    "/admin/v1/persons",
                    "clerk",
                    UUID.randomUUID().toString(),
                    "application/json",
                    "{\"persons\":[{\"number\":\"%s\",\"name\":\"%s\",\"area\":\"640104\"}]}"
                            .formatted(
                                    person.number().value(), person.personName().value()));
            assertThat(reply.status()).as(reply.body()).isIn(200, 201, 409);
        }
        HOUSE.turnTo("enrollment-service", LocalDate.of(2020, 3, 10));
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String channel : List.of("web", "m12333", "my-ningxia")) {
            for (JsonNode item : HOUSE.get("/" + channel + "/v1/catalogue", null, channel)
                    .json()
                    .path("items")) {
                Row row = new Row(
                        channel,
                        item.path("number").asInt(),
                        item.path("name").asString(),
                        item.path("operation").asString(),
                        item.path("method").asString(),
                        item.path("path").asString());
                if (ROWS.containsKey(row.operation())) {
                    rows.add(row);
                }
            }
        }
        return rows.stream();
    }

    @Test
    void they_are_26() {
        assertThat(rows()).hasSize(26);
        assertThat(rows().map(Row::operation)).containsAll(ROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_done_for_whom_it_is_meant(Row row) {
        House.Reply reply = send(row, ROWS.get(row.operation()).account(), row.channel());

        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_refused_to_whom_it_is_not_meant_for(Row row) {
        boolean forAgents = ROWS.get(row.operation()).account().equals("agent");

        House.Reply wrongRole = send(row, forAgents ? "worker" : "agent", row.channel());
        assertThat(wrongRole.status()).as(wrongRole.body()).isEqualTo(403);
        assertThat(wrongRole.text("code")).isEqualTo("role-required");

        House.Reply stranger = send(row, null, row.channel());
        assertThat(stranger.status()).as(stranger.body()).isEqualTo(401);

        String other = row.channel().equals("web") ? "m12333" : "web";
        House.Reply otherChannel = send(row, ROWS.get(row.operation()).account(), other);
        assertThat(otherChannel.text("code")).as(otherChannel.body()).isEqualTo("channel-mismatch");

        if (forAgents) {
            House.Reply notAppointed = send(row, "agent2", row.channel());
            assertThat(notAppointed.status()).as(notAppointed.body()).isIn(403, 404);
            assertThat(notAppointed.body()).doesNotContain("宁夏某某有限公司");
        }
    }

    @Test
    void who_asks_for_me_gets_themselves_and_nobody_else() {
        String worker = HOUSE.get("/m12333/v1/persons/me/rights-statements/2020", "worker", "m12333")
                .body();
        String flexible = HOUSE.get("/m12333/v1/persons/me/rights-statements/2020", "flexible", "m12333")
                .body();

        assertThat(worker).contains("5000.00");
        assertThat(flexible).doesNotContain("5000.00").doesNotContain("宁夏某某有限公司");
    }

    private static House.Reply send(Row row, String account, String client) {
        Asked asked = ROWS.get(row.operation());
        return HOUSE.send(row.method(), row.asked(), account, client, asked.body());
    }
}
