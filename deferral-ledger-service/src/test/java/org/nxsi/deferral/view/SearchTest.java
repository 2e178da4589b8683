package org.nxsi.deferral.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.deferral.Ledger;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

class SearchTest {

    private static final String CITY = "640200";
    private static final String ONE = "640202";
    private static final String OTHER = "640205";

    private static String period = "";
    private static String withdrawn = "";

    @BeforeAll
    static void fill() {
        period = Ledger.declare(CITY);
        for (int i = 0; i < 3; i++) {
            Ledger.february(ONE, Ledger.employer());
        }
        Ledger.open(OTHER, "RESIDENT", Ledger.person(), "CONTRIBUTION", "170", "2020-02", "2020-02-28", null);
        Ledger.open(OTHER, "EMPLOYER", Ledger.employer(), "REGISTRATION", "110", "2020-02", "2020-02-20", null);
        String madeUp = Ledger.february(OTHER, Ledger.employer());
        assertThat(Ledger.post(
                                "/admin/v1/deferrals/" + Ledger.path(madeUp) + "/make-ups",
                                Ledger.clerk(),
                                Map.of("scheme", "110", "amount", "400.00", "on", "2020-02-10", "reference", "缴费单1"))
                        .status())
                .isLessThan(300);
        withdrawn = Ledger.february(OTHER, Ledger.employer());
        assertThat(Ledger.post(
                                "/admin/v1/deferrals/" + Ledger.path(withdrawn) + "/withdrawal",
                                Ledger.clerk(),
                                Map.of("reason", "重复登记"))
                        .status())
                .isLessThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "region=640202, 3",
        "region=640205, 4",
        "region=640200, 7",
        "region=640200&kind=CONTRIBUTION, 6",
        "region=640200&kind=REGISTRATION, 1",
        "region=640200&state=OPEN, 5",
        "region=640200&state=PARTLY_MADE_UP, 1",
        "region=640200&state=WITHDRAWN, 1",
        "region=640200&deadlineUntil=2030-01-01, 0",
    })
    void entries_are_found_by_region_kind_state_and_deadline(String query, int found) {
        assertThat(search(query, Ledger.clerk()).json().path("items").size()).isEqualTo(found);
    }

    @Test
    void pages_follow_one_another_and_miss_nobody() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = search("period=" + period + "&limit=2" + cursor, Ledger.clerk());
            page.json().path("items").forEach(each -> seen.add(each.path("id").asString()));
            JsonNode next = page.json().path("next");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_clerk_of_a_county_never_sees_another_county() {
        String clerk = Ledger.staff(ONE, "clerk-" + ONE, Role.CLERK);

        assertThat(search("", clerk).json().path("items").findValuesAsString("area"))
                .hasSize(3)
                .containsOnly(ONE);
        assertThat(search("region=" + OTHER, clerk).text("code")).isEqualTo("area-not-yours");
        assertThat(search("region=" + CITY, clerk).text("code")).isEqualTo("area-not-yours");
        assertThat(totals("by=region", clerk).json().path("items").findValuesAsString("of"))
                .containsExactly(ONE);
        assertThat(totals("by=region&region=" + OTHER, clerk).text("code")).isEqualTo("area-not-yours");
        assertThat(Ledger.service()
                        .get("/admin/v1/deferrals/" + Ledger.path(withdrawn), clerk)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"region", "kind", "week"})
    void totals_are_the_sums_of_the_entries_that_stand(String by) {
        Answer totals = totals("period=" + period + "&by=" + by, Ledger.clerk());

        assertThat(totals.text("arrangement", "title")).isEqualTo("延期");
        assertThat(totals.text("all", "entries")).isEqualTo("6");
        assertThat(totals.text("all", "amountUnknown")).isEqualTo("2");
        assertThat(totals.text("all", "amount")).isEqualTo("4000.00");
        assertThat(totals.text("all", "madeUp")).isEqualTo("400.00");
        Fen sum = Fen.ZERO;
        for (JsonNode each : totals.json().path("items")) {
            sum = sum.plus(Fen.ofYuan(each.path("amount").asString()));
        }
        assertThat(sum).isEqualTo(Fen.ofYuan("4000.00"));
    }

    @Test
    void totals_by_state_show_what_was_withdrawn_as_well() {
        assertThat(totals("period=" + period + "&by=state", Ledger.clerk())
                        .json()
                        .path("items")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("待补办", "部分补办", "已撤销");
    }

    @Test
    void a_week_is_the_one_of_the_registration() {
        assertThat(totals("period=" + period + "&by=week", Ledger.clerk()).text("items", "0", "of"))
                .isEqualTo("2020-W07");
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/v1/deferrals?state=AWAITED, state",
        "/admin/v1/deferrals?kind=NOTHING, kind",
        "/admin/v1/deferrals?deadlineUntil=20200-01-01, deadlineUntil",
        "/admin/v1/deferrals/totals?by=moon, by",
    })
    void a_wrong_question_is_refused_by_name(String path, String field) {
        Answer answer = Ledger.service().get(path, Ledger.clerk());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    private static Answer search(String query, String token) {
        return Ledger.service().get("/admin/v1/deferrals?" + query, token);
    }

    private static Answer totals(String query, String token) {
        return Ledger.service().get("/admin/v1/deferrals/totals?" + query, token);
    }
}
