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
 * Business put off, through the gateway (宁人社办发〔2020〕2号 第七条): the emergency is declared, an employer declares February
 * and March and pays neither, enrollment's own events put both off, the lifting sets the deadline; the tax office tells that
 * February was paid on the last day, and March a day after it. Ledger, rights record and account follow by themselves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeferralSystemTest {

    private static final String PERIODS = "/admin/v1/emergency-periods";
    private static final String DEFERRALS = "/admin/v1/deferrals";
    private static final String SERVICE = "deferral-ledger-service";
    private static final String ENROLLMENT = "enrollment-service";
    private static final String EMPLOYER = FoundedEmployer.CODE;

    private static final LocalDate MAY = LocalDate.of(2020, 5, 20);
    private static final LocalDate LIFTED = LocalDate.of(2020, 6, 30);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 9, 30);

    /** 1,200.00 and 50.00 over the 159 days from 2020-04-26 to 2020-10-01, at 0.05 % each. */
    private static final String FEE_FOR_MARCH = "95.40";

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
    void what_the_employer_does_not_pay_in_time_stands_in_the_ledger_by_enrollments_own_word() {
        declared();
        FoundedEmployer.standing(house);
        house.turnTo(ENROLLMENT, MAY);
        house.turnTo(SERVICE, MAY);
        Eventually.that("the ledger has both months", () -> isEntered("2020-02") && isEntered("2020-03"));

        JsonNode february = entry("2020-02");
        assertThat(february.path("state").path("code").asString()).isEqualTo("OPEN");
        assertThat(february.path("deadline").asString("")).isEmpty();
        assertThat(february.path("amount").asString()).isEqualTo(FoundedEmployer.OWED_A_MONTH);
        assertThat(february.path("standing").path("gap").asBoolean(true)).isFalse();
        assertThat(february.path("standing").path("counts").asBoolean()).isFalse();
        assertThat(monthState("2020-02")).isEqualTo("DEFERRED");

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
        Eventually.that(
                "the rights record knows until when",
                () -> month("2020-02").path("deadline").asString("").equals(LAST_DAY.toString()));
        assertThat(house.get("/web/v1/employers/me/deferrals", "agent", "web").body())
                .contains(LAST_DAY.toString());
    }

    @Test
    @Order(4)
    void made_up_on_the_last_day_the_month_counts_and_the_rights_record_has_no_gap() {
        house.turnTo(SERVICE, LAST_DAY);
        house.turnTo(ENROLLMENT, LAST_DAY);
        paid("2020-02", LAST_DAY);
        Eventually.that("the ledger knows", () -> stateOf("2020-02").equals("MADE_UP"));

        JsonNode february = entry("2020-02");
        assertThat(february.path("inTime").asBoolean()).isTrue();
        assertThat(february.path("standing").path("counts").asBoolean()).isTrue();
        assertThat(february.path("standing").path("gap").asBoolean(true)).isFalse();
        assertThat(monthState("2020-02")).isEqualTo("MADE_UP");
        Eventually.that("8 % of 5,000.00 are on the account", () -> credited().equals("400.00"));
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
        house.turnTo(ENROLLMENT, after);
        Eventually.that("the month is missing", () -> monthState("2020-03").equals("MISSING"));
        assertThat(entry("2020-03").path("standing").path("gap").asBoolean()).isTrue();
        House.Reply undecided = house.get(path("2020-03") + "/late-fee?paidOn=" + after, "clerk", "ops-console");
        assertThat(undecided.text("code")).as(undecided.body()).isEqualTo("decision-required");

        accepted(path("2020-03") + "/normal-rules-proposal", "clerk", "{\"reason\":\"期限已过\"}");
        assertThat(refusal(path("2020-03") + "/normal-rules", "clerk", "{}", 403))
                .isNotEmpty();
        accepted(path("2020-03") + "/normal-rules", "reviewer", "{}");
        House.Reply fee = house.get(path("2020-03") + "/late-fee?paidOn=" + after, "clerk", "ops-console");
        assertThat(fee.status()).as(fee.body()).isEqualTo(200);
        assertThat(fee.body()).contains(FEE_FOR_MARCH);

        paid("2020-03", after);
        Eventually.that("the ledger knows", () -> stateOf("2020-03").equals("MADE_UP"));
        JsonNode march = entry("2020-03");
        assertThat(march.path("inTime").asBoolean(true)).isFalse();
        assertThat(march.path("standing").path("counts").asBoolean()).isTrue();
        assertThat(monthState("2020-03")).isEqualTo("MADE_UP");
        Eventually.that("twice 8 % are on the account", () -> credited().equals("800.00"));
    }

    @Test
    @Order(6)
    void whatever_the_tax_office_repeats_changes_nothing() {
        String before = entry("2020-02").toString();
        paid("2020-02", LAST_DAY);

        assertThat(credited()).isEqualTo("800.00");
        assertThat(entry("2020-02").toString()).isEqualTo(before);
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

    private boolean isEntered(String month) {
        return house.get(path(month), "clerk", "ops-console").status() == 200;
    }

    private String stateOf(String month) {
        return entry(month).path("state").path("code").asString();
    }

    /** The tax office tells that a month's contributions of both schemes have come. */
    private void paid(String month, LocalDate on) {
        String notices = """
                {"notices":[
                 {"id":"T-%1$s-110","kind":"PAID","payer":"EMPLOYER:%3$s","scheme":"110","month":"%1$s","amount":"1200.00",
                  "paidOn":"%2$s","area":"640104"},
                 {"id":"T-%1$s-210","kind":"PAID","payer":"EMPLOYER:%3$s","scheme":"210","month":"%1$s","amount":"50.00",
                  "paidOn":"%2$s","area":"640104"}]}""".formatted(month, on, EMPLOYER);
        House.Reply taken =
                house.postAsPartner("collector-64", "/partner/v1/collectors/64/payment-notices", key(), notices);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("refused").asInt()).as(taken.body()).isZero();
    }

    /** The employee's own view of a month under scheme 110. */
    private JsonNode month(String month) {
        House.Reply statement = house.get("/m12333/v1/persons/me/rights-statements/2020", "worker", "m12333");
        assertThat(statement.status()).as(statement.body()).isEqualTo(200);
        for (JsonNode scheme : statement.json().path("schemes")) {
            for (JsonNode each : scheme.path("months")) {
                if (scheme.path("scheme").asString().equals("110")
                        && each.path("month").asString().equals(month)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no month " + month + " in " + statement.body());
    }

    private String monthState(String month) {
        return month(month).path("state").asString();
    }

    /** What has come to the employee's account in 2020. */
    private String credited() {
        return house.get("/web/v1/persons/me/pension-account?year=2020", "worker", "web")
                .json()
                .path("accounts")
                .path(0)
                .path("account")
                .path("credited")
                .asString("");
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
