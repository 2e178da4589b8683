package org.nxsi.deferral.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.deferral.Ledger;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.web.Role;

class WhatIfTest {

    private static final String CITY = "640300";
    private static final String ONE = "640302";
    private static final String OTHER = "640303";

    private static String period = "";

    @BeforeAll
    static void fill() {
        period = Ledger.declare(CITY);
        Ledger.february(ONE, Ledger.employer());
        Ledger.february(ONE, Ledger.employer());
        String partly = Ledger.february(OTHER, Ledger.employer());
        makeUp(partly, "300.00");
        makeUp(Ledger.february(OTHER, Ledger.employer()), "1000.00");
        Ledger.open(OTHER, "EMPLOYER", Ledger.employer(), "REGISTRATION", "110", "2020-02", "2020-02-20", null);
    }

    @Test
    void a_day_of_lifting_tells_deadline_entries_and_amounts_by_region_and_kind() {
        Answer answer = ask("2020-06-30", Ledger.clerk());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("deadline")).isEqualTo("2020-09-30");
        assertThat(answer.text("clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(answer.text("entries")).isEqualTo("4");
        assertThat(answer.text("amountUnknown")).isEqualTo("1");
        assertThat(answer.text("amount")).isEqualTo("3000.00");
        assertThat(answer.text("left")).isEqualTo("2700.00");
        assertThat(answer.json().path("parts").findValuesAsString("region")).containsExactly(ONE, OTHER, OTHER);
        assertThat(answer.json().path("parts").findValuesAsString("kind"))
                .containsExactly("CONTRIBUTION", "REGISTRATION", "CONTRIBUTION");
    }

    @Test
    void a_deadline_on_a_rest_day_moves_and_the_clause_is_told() {
        Answer answer = ask("2020-11-30", Ledger.clerk());

        assertThat(answer.text("reckoned")).isEqualTo("2021-02-28");
        assertThat(answer.text("deadline")).isEqualTo("2021-03-01");
        assertThat(answer.text("movedBy")).contains("民法");
    }

    @Test
    void it_changes_nothing() {
        Map<String, Object> before = store();

        ask("2020-06-30", Ledger.clerk());
        ask("2020-11-30", Ledger.clerk());
        ask("2020-01-01", Ledger.clerk());

        assertThat(store()).isEqualTo(before);
    }

    @Test
    void staff_of_a_county_are_told_of_their_county() {
        Answer answer = ask("2020-06-30", Ledger.staff(ONE, "clerk-" + ONE, Role.CLERK));

        assertThat(answer.text("entries")).isEqualTo("2");
        assertThat(ask("2020-06-30", Ledger.staff("640502", "clerk-640502", Role.CLERK))
                        .text("code"))
                .isEqualTo("period-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-22, 400, lifted-before-first-day",
        "20200-06-30, 400, invalid-date",
        "2101-01-01, 400, invalid-date",
        "2020-02-30, 400, invalid-date",
        "2050-01-01, 422, calendar-unknown"
    })
    void a_day_that_cannot_be_is_refused(String day, int status, String code) {
        Answer answer = ask(day, Ledger.clerk());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    private static Answer ask(String day, String token) {
        return Ledger.service()
                .post(
                        "/admin/v1/emergency-periods/" + period + "/what-if/lookups",
                        token,
                        null,
                        "{\"liftedOn\":\"" + day + "\"}");
    }

    private static void makeUp(String entry, String amount) {
        Answer answer = Ledger.post(
                "/admin/v1/deferrals/" + Ledger.path(entry) + "/make-ups",
                Ledger.clerk(),
                Map.of("scheme", "110", "amount", amount, "on", "2020-02-10", "reference", "缴费单"));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    /** Everything that is stored, but for what the relay itself does with events on their way. */
    private static Map<String, Object> store() {
        MongoDatabase database = Ledger.service().part(MongoDatabase.class);
        Map<String, Object> all = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            ArrayList<Document> documents = database.getCollection(name).find().into(new ArrayList<>());
            documents.forEach(each -> {
                each.keySet().removeIf(field -> field.startsWith("outbox"));
                all.put(name + "/" + each.get("_id"), each);
            });
        }
        return all;
    }
}
