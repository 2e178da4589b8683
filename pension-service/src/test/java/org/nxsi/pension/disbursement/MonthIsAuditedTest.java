package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/** What the auditor sees of a paid month, and that nobody else sees it. */
class MonthIsAuditedTest {

    private static final String AUDIT = "/admin/v1/audit/";
    private static final List<String> LISTS = List.of(
            "runs",
            "slices",
            "batches",
            "orders",
            "instructions",
            "vouchers",
            "bank-reports",
            "differences",
            "reconciliations",
            "returned-payments",
            "dead-letters");

    private static MonthUnderTest pension;

    @BeforeAll
    static void payAMonth() {
        pension = new MonthUnderTest();
        pension.beneficiaries(120);
        MonthUnderTest.Paid month = pension.month("2019-01");
        month.release();
        month.untilStatus(RunStatus.PAID);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void nobody_but_the_auditor_sees_any_of_it() {
        for (String list : LISTS) {
            for (Role other : List.of(Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.ADMIN)) {
                Answer refused = pension.service.get(AUDIT + list, pension.token(other));
                assertThat(refused.status()).as(list + " for " + other).isEqualTo(403);
                assertThat(refused.text("code")).isEqualTo("role-required");
            }
            assertThat(read(list, "").status()).as(list).isEqualTo(200);
        }
        assertThat(pension.service
                        .get(AUDIT + "standing", pension.token(Role.ADMIN))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void every_instruction_is_on_exactly_one_page() {
        List<JsonNode> all = all("instructions", "limit=50");
        assertThat(all).hasSize(120);
        assertThat(all).extracting(each -> each.path("id").asString()).doesNotHaveDuplicates();
        assertThat(all).extracting(each -> each.path("amount").asString()).containsOnly("1000.01");
        assertThat(all)
                .extracting(each -> each.path("endToEndId").asString().length())
                .containsOnly(32);
    }

    @Test
    void instructions_can_be_asked_for_by_run_and_by_status() {
        assertThat(all("instructions", "run=2019-01-R1")).hasSize(120);
        assertThat(all("instructions", "run=2018-01-R1")).isEmpty();
        assertThat(all("instructions", "run=2019-01-R1&status=RETURNED&limit=5"))
                .hasSize(12);
        assertThat(read("instructions", "status=LOST").status()).isEqualTo(400);
    }

    @Test
    void a_page_has_at_most_5000_and_an_account_only_its_last_digits() {
        assertThat(read("instructions", "limit=5000").status()).isEqualTo(200);
        assertThat(read("instructions", "limit=5001").text("code")).isEqualTo("invalid-parameter");
        assertThat(read("instructions", "limit=5000").body())
                .doesNotContain("62200000")
                .doesNotContain("张三");
    }

    @Test
    void a_run_shows_its_control_totals_and_its_three_people() {
        JsonNode run = all("runs", "").getFirst();
        assertThat(run.path("control").path("entitled").asInt()).isEqualTo(120);
        assertThat(run.path("control").path("entitledAmount").asString()).isEqualTo("120001.20");
        assertThat(List.of(run.path("maker"), run.path("approver"), run.path("releaser")))
                .extracting(JsonNode::asString)
                .containsExactly("clerk", "reviewer", "finance");
        long read = all("slices", "").stream()
                .mapToLong(slice -> slice.path("result").path("read").asLong())
                .sum();
        assertThat(read).isEqualTo(120);
    }

    @Test
    void every_returned_payment_is_shown_on_the_correction_list() {
        List<JsonNode> returned = all("returned-payments", "limit=5");
        assertThat(returned)
                .extracting(each -> each.path("id").asString())
                .containsExactlyElementsOf(all("instructions", "status=RETURNED").stream()
                        .map(each -> each.path("id").asString())
                        .toList());
        assertThat(returned).extracting(each -> each.path("state").asString()).containsOnly("OPEN");
    }

    @Test
    void a_stored_message_shows_that_its_bytes_are_what_was_approved() {
        List<JsonNode> orders = all("orders", "limit=3");
        List<JsonNode> batches = all("batches", "");
        assertThat(orders).hasSameSizeAs(batches);
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.path("digest")).isEqualTo(order.path("digestOfBytes"));
            JsonNode batch = batches.stream()
                    .filter(each -> each.path("id").equals(order.path("batch")))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.path("payments").asInt())
                    .isEqualTo(batch.path("count").asInt());
            assertThat(order.path("amount")).isEqualTo(batch.path("amount"));
            assertThat(order.path("digest")).isEqualTo(batch.path("digest"));
        });
    }

    @Test
    void the_standing_counts_beneficiaries_and_what_waits_to_be_told() {
        Eventually.that(
                "nothing waits",
                () -> StreamSupport.stream(
                                read("standing", "").json().path("outboxes").spliterator(), false)
                        .allMatch(each -> each.path("documents").asInt() == 0));
        Answer standing = read("standing", "");
        assertThat(standing.text("beneficiaries", "ACTIVE")).isEqualTo("120");
        assertThat(standing.json().path("outboxes"))
                .extracting(each -> each.path("collection").asString())
                .contains("runs", "slices", "batches", "bank_reports", "dead_letters");
    }

    private static Answer read(String list, String query) {
        return pension.service.get(AUDIT + list + "?" + query, pension.token(Role.AUDITOR));
    }

    private static List<JsonNode> all(String list, String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(list, query + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }
}
