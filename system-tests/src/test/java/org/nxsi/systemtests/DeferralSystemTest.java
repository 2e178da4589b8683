package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nxsi.local.testing.Eventually;
import tools.jackson.databind.JsonNode;

/**
 * Business put off, through the gateway (宁人社办发〔2020〕2号 第七条): the emergency is declared, an employer misses February and
 * March, a clerk enters both, the lifting sets the deadline; February is made up on the last day, March a day after it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeferralSystemTest {

    private static final String PERIODS = "/admin/v1/emergency-periods";
    private static final String DEFERRALS = "/admin/v1/deferrals";
    private static final String SERVICE = "deferral-ledger-service";

    /** The employer that the demo's agent acts for. */
    private static final String EMPLOYER = "91640100MA7ABCD12N";

    private static final LocalDate MAY = LocalDate.of(2020, 5, 20);
    private static final LocalDate LIFTED = LocalDate.of(2020, 6, 30);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 9, 30);

    private final House house = House.standing();

    @AfterAll
    static void what_was_lifted_goes_on_for_others() {
        new DeferralSystemTest().take_the_lifting_back();
    }

    @Test
    @Order(1)
    void what_no_emergency_allows_is_refused_and_changes_nothing() {
        String period = declared();
        String before = house.get(PERIODS, "admin", "ops-console").body();

        assertThat(refusal(
                        PERIODS,
                        "admin",
                        "{\"region\":\"640100\",\"from\":\"2020-02-01\",\"docNo\":\"x〔2020〕1号\"}",
                        409))
                .isEqualTo("period-overlaps");
        assertThat(refusal(
                        PERIODS,
                        "admin",
                        "{\"region\":\"649999\",\"from\":\"2020-02-01\",\"docNo\":\"x〔2020〕1号\"}",
                        400))
                .isNotEmpty();
        assertThat(refusal(
                        PERIODS,
                        "admin",
                        "{\"region\":\"640000\",\"from\":\"20200-02-01\",\"docNo\":\"x〔2020〕1号\"}",
                        400))
                .isNotEmpty();
        assertThat(refusal(PERIODS + "/EP-640000-99/lifting-proposal", "admin", lifting(LIFTED), 404))
                .isEqualTo("period-unknown");
        assertThat(refusal(
                        PERIODS + "/" + period + "/lifting-proposal",
                        "admin",
                        lifting(LocalDate.of(2019, 12, 31)),
                        400))
                .isNotEmpty();
        assertThat(refusal(PERIODS, "clerk", "{\"region\":\"640000\"}", 403)).isEqualTo("role-required");

        assertThat(house.get(PERIODS, "admin", "ops-console").body()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void a_clerk_enters_what_the_employer_missed_and_its_agent_sees_what_to_do() {
        declared();
        house.turnTo(SERVICE, MAY);
        House.Reply opened = house.post(DEFERRALS, "clerk", key(), "application/json", missed());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.json().path("entries").size()).isEqualTo(2);
        House.Reply again = house.post(DEFERRALS, "clerk", key(), "application/json", missed());
        assertThat(again.json().path("entries").path(0).path("postings").size()).isEqualTo(1);

        JsonNode february = entry("2020-02");
        assertThat(february.path("state").path("code").asString()).isEqualTo("OPEN");
        assertThat(february.path("deadline").asString("")).isEmpty();
        assertThat(february.path("standing").path("gap").asBoolean(true)).isFalse();
        assertThat(february.path("standing").path("counts").asBoolean(true)).isFalse();

        House.Reply own = house.get("/web/v1/employers/me/deferrals", "agent", "web");
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.body())
                .contains("2020-02")
                .contains("2020-03")
                .contains("延期")
                .doesNotContain("缓缴");
        assertThat(house.get("/web/v1/employers/me/deferrals", "citizen", "web").status())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    void the_lifting_sets_the_deadline_of_every_open_entry() {
        String period = declared();
        if (!standing(period).path("state").asString().equals("LIFTED")) {
            accepted(PERIODS + "/" + period + "/lifting-proposal", "admin", lifting(LIFTED));
            assertThat(refusal(PERIODS + "/" + period + "/lifting", "admin", "{}", 403))
                    .isEqualTo("same-person");
            accepted(PERIODS + "/" + period + "/lifting", "admin2", "{}");
        }
        Eventually.that(
                "every entry has its deadline",
                () -> house.get(PERIODS + "/" + period + "/lifting-progress", "clerk", "ops-console")
                        .text("state")
                        .equals("DONE"));

        assertThat(entry("2020-02").path("deadline").asString()).isEqualTo(LAST_DAY.toString());
        assertThat(house.get("/web/v1/employers/me/deferrals", "agent", "web").body())
                .contains(LAST_DAY.toString());
    }

    @Test
    @Order(4)
    void made_up_on_the_last_day_the_month_counts_and_the_rights_record_has_no_gap() {
        house.turnTo(SERVICE, LAST_DAY);
        accepted(path("2020-02") + "/make-ups", "clerk", paid("1234.00", LAST_DAY));

        JsonNode february = entry("2020-02");
        assertThat(february.path("state").path("code").asString()).isEqualTo("MADE_UP");
        assertThat(february.path("inTime").asBoolean()).isTrue();
        assertThat(february.path("standing").path("counts").asBoolean()).isTrue();
        assertThat(february.path("standing").path("gap").asBoolean(true)).isFalse();
        House.Reply fee = house.get(path("2020-02") + "/late-fee?paidOn=" + LAST_DAY, "clerk", "ops-console");
        assertThat(fee.status()).as(fee.body()).isEqualTo(422);
        assertThat(fee.text("code")).isEqualTo("policy-unknown");
        assertThat(fee.body()).contains("emergency.late_fee_waived").contains("滞纳金的文件");
    }

    @Test
    @Order(5)
    void a_day_after_the_deadline_the_month_is_missing_until_it_is_made_up_and_people_decide_about_the_fee() {
        LocalDate after = LAST_DAY.plusDays(1);
        house.turnTo(SERVICE, after);
        assertThat(entry("2020-03").path("standing").path("gap").asBoolean()).isTrue();
        House.Reply undecided = house.get(path("2020-03") + "/late-fee?paidOn=" + after, "clerk", "ops-console");
        assertThat(undecided.text("code")).as(undecided.body()).isEqualTo("decision-required");

        accepted(path("2020-03") + "/normal-rules-proposal", "clerk", "{\"reason\":\"期限已过\"}");
        assertThat(refusal(path("2020-03") + "/normal-rules", "clerk", "{}", 403))
                .isNotEmpty();
        accepted(path("2020-03") + "/normal-rules", "reviewer", "{}");
        House.Reply fee = house.get(path("2020-03") + "/late-fee?paidOn=" + after, "clerk", "ops-console");
        assertThat(fee.status()).as(fee.body()).isEqualTo(200);
        assertThat(fee.body()).contains("95.00");

        accepted(path("2020-03") + "/make-ups", "clerk", paid("1000.00", after));
        JsonNode march = entry("2020-03");
        assertThat(march.path("state").path("code").asString()).isEqualTo("MADE_UP");
        assertThat(march.path("inTime").asBoolean(true)).isFalse();
        assertThat(march.path("standing").path("counts").asBoolean()).isTrue();
    }

    private void take_the_lifting_back() {
        String period = declared();
        if (standing(period).path("state").asString().equals("LIFTED")) {
            accepted(
                    PERIODS + "/" + period + "/correction-proposal",
                    "admin",
                    "{\"notLifted\":true,\"reason\":\"the next test's emergency goes on\"}");
            accepted(PERIODS + "/" + period + "/correction", "admin2", "{}");
        }
    }

    /** The id of the autonomous region's period; declared here if it is not yet. */
    private String declared() {
        for (JsonNode period : house.get(PERIODS + "?region=640000", "admin", "ops-console")
                .json()
                .path("items")) {
            if (!period.path("state").asString().equals("REFUSED")) {
                return period.path("id").asString();
            }
        }
        String declaration = "{\"region\":\"640000\",\"from\":\"2020-01-23\",\"docNo\":\"宁人社办发〔2020〕2号\"}";
        String id = house.post(PERIODS, "admin", key(), "application/json", declaration)
                .text("id");
        accepted(PERIODS + "/" + id + "/declaration", "admin2", "{}");
        return id;
    }

    private JsonNode standing(String period) {
        return house.get(PERIODS + "/" + period, "admin", "ops-console").json();
    }

    private JsonNode entry(String month) {
        House.Reply entry = house.get(path(month), "clerk", "ops-console");
        assertThat(entry.status()).as(entry.body()).isEqualTo(200);
        return entry.json();
    }

    private static String path(String month) {
        return DEFERRALS + "/"
                + URLEncoder.encode("EMPLOYER|" + EMPLOYER + "|CONTRIBUTION|" + month, StandardCharsets.UTF_8);
    }

    private static String missed() {
        return """
                {"subjectKind":"EMPLOYER","subjectId":"%s","kind":"CONTRIBUTION","scheme":"110","area":"640104",
                 "reason":"大厅暂停办理","months":[
                  {"month":"2020-02","dueDate":"2020-02-25","amount":"1234.00"},
                  {"month":"2020-03","dueDate":"2020-03-25","amount":"1000.00"}]}""".formatted(EMPLOYER);
    }

    private static String paid(String amount, LocalDate on) {
        return "{\"scheme\":\"110\",\"amount\":\"%s\",\"on\":\"%s\",\"reference\":\"TAX-%s\"}"
                .formatted(amount, on, on);
    }

    private static String lifting(LocalDate on) {
        return "{\"liftedOn\":\"%s\",\"docNo\":\"宁政发〔2020〕9号\"}".formatted(on);
    }

    private void accepted(String path, String user, String body) {
        House.Reply reply = house.post(path, user, key(), "application/json", body);
        assertThat(reply.status()).as(path + ": " + reply.body()).isBetween(200, 299);
    }

    /** The code of a refusal. */
    private String refusal(String path, String user, String body, int status) {
        House.Reply reply = house.post(path, user, key(), "application/json", body);
        assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(status);
        return reply.text("code");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
