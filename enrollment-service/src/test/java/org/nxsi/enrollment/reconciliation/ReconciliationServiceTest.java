package org.nxsi.enrollment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 对账 with the tax office's daily statement. Each test has a day of its own. */
class ReconciliationServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String RECONCILIATIONS = "/admin/v1/contributions/reconciliations";
    private static final String COLLECTOR = "6402";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();
    private final String payer = "EMPLOYER:" + Registered.freshCreditCode();
    private final String day = "2018-%02d-11".formatted(DAYS.incrementAndGet());

    @Test
    void a_day_in_which_both_sides_say_the_same_has_no_differences() {
        notified("a", "100.00");
        notified("b", "200.50");

        Answer taken = statement(1, 1, 1, 2, "300.50", line("a", "100.00"), line("b", "200.50"));

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("complete").asBoolean()).isTrue();
        JsonNode matched = matched(0);
        assertThat(matched.path("sides").path("ourTotal").asString()).isEqualTo("300.50");
        assertThat(matched.path("sides").path("theirTotal").asString()).isEqualTo("300.50");
        assertThat(open()).isEmpty();
    }

    @Test
    void each_kind_of_difference_is_named_and_a_later_notice_and_a_later_issue_settle_them() {
        notified("only-ours", "10.00");
        notified("differs", "20.00");

        statement(1, 1, 1, 2, "75.00", line("only-theirs", "50.00"), line("differs", "25.00"));
        matched(3);
        assertThat(open())
                .containsExactlyInAnyOrder(
                        "MISSING_AT_THEIRS only-ours", "DIFFERS differs", "MISSING_AT_OURS only-theirs");

        notified("only-theirs", "50.00");
        again();
        matched(2);
        assertThat(open()).containsExactlyInAnyOrder("MISSING_AT_THEIRS only-ours", "DIFFERS differs");

        statement(
                2,
                1,
                1,
                3,
                "80.00",
                line("only-theirs", "50.00"),
                line("differs", "20.00"),
                line("only-ours", "10.00"));
        JsonNode matched = matched(0);
        assertThat(matched.path("issue").asInt()).isEqualTo(2);
        assertThat(open()).isEmpty();
        assertThat(differences("SETTLED")).hasSize(3);
    }

    @Test
    void a_statement_of_pages_waits_for_all_of_them_and_the_same_page_again_changes_nothing() {
        notified("p1", "1.00");
        notified("p2", "2.00");

        Answer second = statement(1, 2, 2, 2, "3.00", line("p2", "2.00"));
        Answer again = statement(1, 2, 2, 2, "3.00", line("p2", "2.00"));
        Answer other = statement(1, 2, 2, 2, "3.00", line("p2", "9.00"));
        Answer otherWhole = statement(1, 1, 2, 2, "4.00", line("p1", "1.00"));
        Answer first = statement(1, 1, 2, 2, "3.00", line("p1", "1.00"));

        assertThat(second.json().path("complete").asBoolean()).isFalse();
        assertThat(again.body()).isEqualTo(second.body());
        assertThat(other.text("code")).isEqualTo("statement-differs");
        assertThat(otherWhole.text("code")).isEqualTo("statement-differs");
        assertThat(first.json().path("complete").asBoolean()).isTrue();
        matched(0);
    }

    @Test
    void what_does_not_add_up_over_pages_is_a_difference_of_its_own() {
        notified("t1", "1.00");
        notified("t2", "2.00");
        statement(1, 1, 2, 2, "4.00", line("t1", "1.00"));
        statement(1, 2, 2, 2, "4.00", line("t2", "2.00"));

        matched(1);
        assertThat(open()).containsExactly("TOTALS_DIFFER *");
    }

    @Test
    void two_people_say_why_a_difference_stands_and_it_stays_so_while_it_is_unchanged() {
        notified("why", "10.00");
        statement(1, 1, 1, 0, "0.00");
        matched(1);
        String id = differences("OPEN").getFirst().path("id").asString();
        String path = RECONCILIATIONS + "/differences/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/resolution";
        String both = EnrollmentUnderTest.staff("both", Role.CLERK, Role.REVIEWER);

        Answer proposed = Registered.post(path, both, Map.of("reason", "税务系统次日入账"));
        Answer alone = Registered.post(path + "/approval", both, Map.of());
        Answer confirmed = Registered.post(path + "/approval", EnrollmentUnderTest.reviewer(), Map.of());
        again();
        Eventually.that(
                "it is matched again", () -> dayOf().path("openDifferences").asInt() == 0);

        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        assertThat(alone.text("code")).isEqualTo("same-person");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.text("state")).isEqualTo("RESOLVED");
        assertThat(open()).isEmpty();
        assertThat(Registered.post(path, both, Map.of("reason", "x")).text("code"))
                .isEqualTo("not-open");
        assertThat(Registered.post(path, EnrollmentUnderTest.staffOf("640200", "s", Role.CLERK), Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nonsense_is_refused_with_the_field_and_nothing_is_kept() {
        assertThat(statement(1, 1, 1, 2, "300.50", line("a", "100.00")).text("code"))
                .isEqualTo("totals-do-not-add-up");
        assertThat(statement(1, 1, 1, 1, "-1.00", line("a", "-1.00")).text("field"))
                .isEqualTo("lines[0].amount");
        assertThat(statement(1, 1, 1, 2, "2.00", line("a", "1.00"), line("a", "1.00"))
                        .text("field"))
                .isEqualTo("lines[1].notice");
        assertThat(statement(1, 3, 2, 1, "1.00", line("a", "1.00")).text("field"))
                .isEqualTo("page");
        assertThat(statement(1, 1, 21, 1, "1.00", line("a", "1.00")).text("field"))
                .isEqualTo("pages");
        Map<String, Object> month = new HashMap<>(line("a", "1.00"));
        month.put("month", "2020-13");
        assertThat(statement(1, 1, 1, 1, "1.00", month).text("field")).isEqualTo("lines[0].month");
        Map<String, Object> code = new HashMap<>(line("a", "1.00"));
        code.put("payer", "EMPLOYER:91640100MA7ABCD12X");
        assertThat(statement(1, 1, 1, 1, "1.00", code).text("field")).isEqualTo("lines[0].payer");
        String path = "/partner/v1/collectors/" + COLLECTOR + "/daily-statements";
        assertThat(service.post(path, collector(), null, "{nonsense").text("code"))
                .isEqualTo("malformed-body");
        assertThat(service.post(path, collector(), null, "{\"day\":\"2999-01-01\"}")
                        .text("field"))
                .isEqualTo("day");
        assertThat(service.post(path, new TestCallers(service).partner(Role.COLLECTOR, "65"), null, "{}")
                        .text("code"))
                .isEqualTo("partner-mismatch");
        assertThat(service.post(path, EnrollmentUnderTest.clerk(), null, "{}").status())
                .isEqualTo(403);
        assertThat(service.get(RECONCILIATIONS + "/differences?state=LOST", EnrollmentUnderTest.clerk())
                        .status())
                .isEqualTo(400);
        assertThat(Registered.post(
                                RECONCILIATIONS + "/" + COLLECTOR + "/1999-01-01/matchings",
                                EnrollmentUnderTest.clerk(),
                                Map.of())
                        .text("code"))
                .isEqualTo("day-unknown");
        assertThat(service.part(DailyStatements.class).pages(COLLECTOR + "|" + day, 1))
                .isEmpty();
    }

    private Map<String, Object> line(String notice, String amount) {
        return Map.of("notice", day + notice, "payer", payer, "scheme", "110", "month", "2018-01", "amount", amount);
    }

    @SafeVarargs
    private Answer statement(int issue, int page, int pages, int count, String total, Map<String, Object>... lines) {
        Map<String, Object> body = Map.of(
                "day",
                day,
                "issue",
                issue,
                "page",
                page,
                "pages",
                pages,
                "count",
                count,
                "total",
                total,
                "lines",
                List.of(lines));
        return service.post(
                "/partner/v1/collectors/" + COLLECTOR + "/daily-statements",
                collector(),
                null,
                JSON.writeValueAsString(body));
    }

    private void notified(String notice, String amount) {
        Map<String, Object> told = new HashMap<>();
        told.put("id", day + notice);
        told.put("kind", "PAID");
        told.put("payer", payer);
        told.put("scheme", "110");
        told.put("month", "2018-01");
        told.put("amount", amount);
        told.put("paidOn", day);
        told.put("area", "640104");
        Answer taken = service.post(
                "/partner/v1/collectors/" + COLLECTOR + "/payment-notices",
                collector(),
                null,
                JSON.writeValueAsString(Map.of("notices", List.of(told))));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("stored").asInt()).as(taken.body()).isEqualTo(1);
    }

    private void again() {
        Answer answer = Registered.post(
                RECONCILIATIONS + "/" + COLLECTOR + "/" + day + "/matchings", EnrollmentUnderTest.clerk(), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        service.part(Reconciling.class).workOff();
    }

    private JsonNode matched(int differences) {
        service.part(Reconciling.class).workOff();
        Eventually.that("the day is matched", () -> {
            JsonNode found = dayOf();
            return found.hasNonNull("matchedAt")
                    && found.path("openDifferences").asInt() == differences;
        });
        return dayOf();
    }

    private JsonNode dayOf() {
        Answer days = service.get(RECONCILIATIONS + "?collector=" + COLLECTOR, EnrollmentUnderTest.clerk());
        for (JsonNode each : days.json().path("items")) {
            if (each.path("day").asString().equals(day)) {
                return each;
            }
        }
        return JSON.createObjectNode();
    }

    private List<String> open() {
        return differences("OPEN").stream()
                .map(each -> each.path("type").asString() + " "
                        + each.path("notice").asString().replace(day, ""))
                .toList();
    }

    private List<JsonNode> differences(String state) {
        List<JsonNode> found = new ArrayList<>();
        service.get(
                        RECONCILIATIONS + "/differences?collector=" + COLLECTOR + "&day=" + day + "&state=" + state,
                        EnrollmentUnderTest.clerk())
                .json()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private String collector() {
        return new TestCallers(service).partner(Role.COLLECTOR, COLLECTOR);
    }
}
