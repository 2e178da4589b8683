package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nxsi.local.month.MonthReport;
import org.nxsi.systemtests.laws.Verdict;

/** What {@code ./run} does, with 300 payees, the real Keycloak, Kafka and banks that keep books of their own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthIsPaidSystemTest {

    private static final String MONTH = "2020-03";
    private static final String RUN = "/admin/v1/disbursement-runs/2020-03-R1";

    private final House house = House.standing();

    @Test
    @Order(1)
    void a_month_is_paid_to_the_fen_and_the_banks_books_agree() {
        MonthReport report = house.pay(MONTH);
        assertThat(report.payees()).isEqualTo(House.PAYEES);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.unknown()).isZero();
        assertThat(report.paid()).isPositive();
        assertThat(report.returned()).isPositive();
        assertThat(report.bankBooksFen()).isEqualTo(report.paidFen());
        assertThat(report.fundBooksBalanced()).isTrue();
        assertThat(report.exitCode()).isZero();
    }

    @Test
    @Order(2)
    void the_same_month_again_with_the_same_roster_pays_nobody_twice() {
        MonthReport first = house.pay(MONTH);
        MonthReport again = house.pay(MONTH);
        assertThat(again.paidFen()).isEqualTo(first.paidFen());
        assertThat(again.bankBooksFen()).isEqualTo(first.bankBooksFen());
        House.Reply made = house.post(
                "/admin/v1/disbursement-runs", "clerk", key(), "application/json", "{\"month\":\"2020-03\"}");
        assertThat(made.status()).isEqualTo(409);
        assertThat(made.text("code")).isEqualTo("run-exists");
    }

    @Test
    @Order(3)
    void a_command_needs_a_key_and_the_same_key_with_another_body_is_refused() {
        String key = key();
        House.Reply first =
                house.post("/admin/v1/disbursement-runs", "clerk", key, "application/json", "{\"month\":\"2020-03\"}");
        House.Reply same =
                house.post("/admin/v1/disbursement-runs", "clerk", key, "application/json", "{\"month\":\"2020-03\"}");
        House.Reply other =
                house.post("/admin/v1/disbursement-runs", "clerk", key, "application/json", "{\"month\":\"2020-02\"}");
        assertThat(same.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(house.post("/admin/v1/disbursement-runs", "clerk", "", "application/json", "{}")
                        .text("code"))
                .isEqualTo("idempotency-key-required");
    }

    @Test
    @Order(4)
    void a_step_by_the_wrong_person_is_refused() {
        assertThat(house.post(RUN + "/release", "clerk", key(), "application/json", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(house.post(RUN + "/approval", "finance", key(), "application/json", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(5)
    void a_citizen_sees_the_own_payment_on_the_channel_and_nobody_elses() {
        House.Reply payments = house.get(
                "/my-ningxia/v1/persons/me/periodic-benefit-payments?from=2020-03&to=2020-03", "citizen", "my-ningxia");
        assertThat(payments.status()).isEqualTo(200);
        assertThat(payments.body()).contains("2020-03");
        assertThat(house.get(
                                "/web/v1/persons/me/periodic-benefit-payments?from=2020-03&to=2020-03",
                                "citizen",
                                "my-ningxia")
                        .text("code"))
                .isEqualTo("channel-mismatch");
        assertThat(house.get("/web/v1/persons/me/periodic-benefit-composition?month=2020-03", null, "web")
                        .status())
                .isEqualTo(401);
        assertThat(house.get("/web/v1/persons/me/periodic-benefit-composition?month=2020-13", "citizen", "web")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Order(6)
    void all_68_rows_are_listed_and_a_row_without_a_service_says_so() {
        int rows = 0;
        for (String channel : new String[] {"web", "m12333", "my-ningxia"}) {
            House.Reply catalogue = house.get("/" + channel + "/v1/catalogue", null, channel);
            assertThat(catalogue.status()).isEqualTo(200);
            rows += catalogue.json().path("items").size();
        }
        assertThat(rows).isEqualTo(68);
        House.Reply closed = house.get("/my-ningxia/v1/persons/me/injury-determination", "citizen", "my-ningxia");
        assertThat(closed.text("code")).isIn("item-not-open", "unknown-path");
    }

    @Test
    @Order(7)
    void a_file_that_is_no_roster_changes_nothing() {
        House.Reply wrong = house.post("/admin/v1/rosters", "clerk", key(), "text/csv", "姓名,金额\n张三,1.00\n");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("code")).isEqualTo("roster-header");
    }

    @Test
    @Order(8)
    void all_money_laws_hold_at_the_end() {
        assertThat(house.laws())
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(Verdict.State.HOLDS));
    }

    @Test
    @Order(9)
    void nobody_but_the_auditor_reads_the_audit_lists() {
        assertThat(house.get("/admin/v1/audit/instructions", "auditor", "ops-console")
                        .status())
                .isEqualTo(200);
        assertThat(house.get("/admin/v1/audit/instructions", "finance", "ops-console")
                        .status())
                .isEqualTo(403);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
