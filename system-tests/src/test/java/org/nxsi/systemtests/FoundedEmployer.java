package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.nxsi.local.keycloak.DemoPerson;

/**
 * The employer that the demo's agent acts for, as the counter and the agent bring it to life: registered on 2020-02-10, with
 * one employee, whose February and March are declared. Found again where a test before has done it.
 */
final class FoundedEmployer {

    static final String CODE = "91640100MA7ABCD12N";

    /** What is owed for a month of the employee: 16 % and 8 % of 5,000.00, and twice 0.5 % of it. */
    static final String OWED_A_MONTH = "1250.00";

    private static final String ENROLLMENT = "enrollment-service";
    private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 10);

    private FoundedEmployer() {}

    static void standing(House house) {
        house.turnTo(ENROLLMENT, FEBRUARY);
        if (house.get("/admin/v1/employers/" + CODE, "clerk", "ops-console").status() == 404) {
            register(house);
        }
        declare(house, "2020-02");
        house.turnTo(ENROLLMENT, MARCH);
        declare(house, "2020-03");
    }

    private static void register(House house) {
        clerk(house, "/admin/v1/employers", """
                {"creditCode":"%s","name":"宁夏某某有限公司","area":"640104","unitType":"10","foundedOn":"2019-01-02",
                 "schemes":[{"scheme":"110","from":"2019-01"},{"scheme":"210","from":"2019-01"}]}""".formatted(CODE));
        clerk(
                house,
                "/admin/v1/employers/" + CODE + "/agents",
                "{\"number\":\"%s\",\"from\":\"2019-01-02\",\"proof\":\"授权委托书\"}"
                        .formatted(DemoPerson.AGENT.number().value()));
        House.Reply hired = house.postOn("web", "/v1/employers/me/employee-relations", "agent", """
                {"rows":[{"kind":"增员","number":"%s","name":"%s","hiredOn":"2020-02-03","from":"2020-02","wage":"5000.00"}]}""".formatted(
                        DemoPerson.WORKER.number().value(),
                        DemoPerson.WORKER.personName().value()));
        assertThat(hired.status()).as(hired.body()).isEqualTo(200);
        assertThat(hired.json().path("done").asInt()).as(hired.body()).isEqualTo(1);
    }

    private static void declare(House house, String month) {
        House.Reply sheet = house.postOn(
                "web", "/v1/employers/me/contribution-declarations", "agent", "{\"month\":\"%s\"}".formatted(month));
        assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
        assertThat(sheet.text("owed")).as(sheet.body()).isEqualTo(OWED_A_MONTH);
    }

    private static void clerk(House house, String path, String body) {
        House.Reply reply = house.post(path, "clerk", UUID.randomUUID().toString(), "application/json", body);
        assertThat(reply.status()).as(path + ": " + reply.body()).isBetween(200, 299);
    }
}
