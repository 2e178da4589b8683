package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.relation.Staffing.done;
import static org.nxsi.enrollment.relation.Staffing.refused;
import static org.nxsi.enrollment.relation.Staffing.relations;
import static org.nxsi.enrollment.relation.Staffing.start;
import static org.nxsi.enrollment.relation.Staffing.stop;
import static org.nxsi.enrollment.relation.Staffing.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 网上人社 第3项 员工社会保险参保关系管理, row by row. */
class EmployeeServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Staffing staffing = Staffing.ofNewEmployer();

    @Test
    void whoever_starts_is_insured_under_all_the_employers_schemes_and_it_is_told_without_a_name() {
        String number = Registered.freshNumber();

        Answer started = staffing.send(start(number, "2020-02"));

        done(started, "DONE");
        assertThat(relations(number))
                .extracting(Relation::scheme)
                .containsExactlyInAnyOrder(Scheme.EMPLOYEE_PENSION, Scheme.UNEMPLOYMENT, Scheme.WORK_INJURY);
        assertThat(relations(number)).allMatch(each -> each.covers(Month.parse("2020-02")));
        JsonNode told = told(number, 1).getFirst();
        assertThat(told.path("data").path("lines").size()).isEqualTo(3);
        assertThat(told.toString()).doesNotContain(number, "张明");
    }

    @Test
    void the_employees_are_listed_masked_with_how_they_stand() {
        String number = Registered.person();
        staffing.send(start(number, "2020-01"), start(Registered.person(), "2020-02"));
        staffing.send(stop(number, "2020-01"));

        Answer first = staffing.get(Staffing.PATH + "?limit=1");
        Answer all = staffing.get(Staffing.PATH);

        assertThat(first.json().path("items").size()).isOne();
        assertThat(staffing.get(Staffing.PATH + "?limit=1&cursor=" + first.text("next"))
                        .json()
                        .path("items")
                        .size())
                .isOne();
        assertThat(all.body()).contains("*明", "暂停缴费").doesNotContain(number);
        assertThat(staffing.get(Staffing.PATH + "?cursor=eA").status()).isEqualTo(400);
    }

    @Test
    void a_row_that_is_wrong_is_refused_by_name_and_its_neighbours_are_carried_out() {
        String good = Registered.person();
        String bad = Registered.person();

        refused(staffing.send(start("640104196002290012", "2020-02")), "social-number-check-digit");
        refused(staffing.send(start("=1+1", "2020-02")), "social-number-length");
        refused(staffing.send(with(start(bad, "2020-02"), "name", "李四")), "name-differs");
        refused(staffing.send(with(start(Registered.freshNumber(), "2020-02"), "name", "=cmd")), "name-invalid");
        refused(staffing.send(with(start(bad, "2020-02"), "name", "")), "person-name-empty");
        refused(staffing.send(with(start(bad, "2020-02"), "kind", "调动")), "kind-unknown");
        refused(staffing.send(with(start(bad, "2020-02"), "schemes", "310")), "scheme-unknown");
        refused(staffing.send(with(start(bad, "2020-02"), "schemes", "120")), "scheme-not-joined");
        refused(staffing.send(with(start(bad, "2020-02"), "from", "2020-13")), "field-invalid");
        refused(staffing.send(with(start(bad, "2020-02"), "from", "2020-04")), "month-too-late");
        refused(staffing.send(with(start(bad, "2020-02"), "from", "2019-12")), "month-before-hiring");
        refused(staffing.send(with(start(bad, "2020-02"), "hiredOn", "2020-02-30")), "field-invalid");
        refused(staffing.send(with(start(bad, "2020-02"), "hiredOn", "1984-01-01")), "hired-before-birth");
        refused(staffing.send(with(start(bad, "2020-02"), "hiredOn", "")), "field-missing");
        refused(staffing.send(with(start(bad, "2020-02"), "wage", "-1.00")), "field-invalid");
        refused(staffing.send(with(start(bad, "2020-02"), "wage", "0.00")), "wage-not-positive");
        refused(staffing.send(with(start(bad, "2020-02"), "reason", "6301")), "field-not-wanted");
        refused(staffing.send(with(start(bad, "2020-02"), "proof", "x".repeat(201))), "field-too-long");
        Answer both = staffing.send(with(start(bad, "2020-02"), "schemes", List.of("999")), start(good, "2020-02"));

        assertThat(both.json().path("done").asInt()).isOne();
        assertThat(both.json().path("refused").asInt()).isOne();
        assertThat(both.text("outcomes", "items", "0", "field")).isEqualTo("schemes");
        assertThat(relations(good)).hasSize(3);
        assertThat(relations(bad)).isEmpty();
    }

    @Test
    void a_stop_ends_what_runs_and_cannot_come_before_its_start() {
        String number = Registered.person();
        staffing.send(start(number, "2020-01"));

        refused(staffing.send(with(stop(number, "2020-01"), "reason", "9999")), "reason-unknown");
        refused(staffing.send(with(stop(number, "2020-01"), "reason", "")), "field-missing");
        refused(staffing.send(stop(number, "2020-04")), "month-too-late");
        refused(staffing.send(stop(number, "2019-12")), "proof-missing");
        refused(staffing.send(with(stop(number, "2019-12"), "proof", "离职证明")), "month-before-start");
        refused(staffing.send(stop(Registered.person(), "2020-01")), "not-insured-here");
        refused(staffing.send(stop(Registered.freshNumber(), "2020-01")), "not-insured-here");
        done(staffing.send(stop(number, "2020-01")), "DONE");

        assertThat(relations(number)).noneMatch(each -> each.covers(Month.parse("2020-02")));
        assertThat(relations(number)).allMatch(each -> each.covers(Month.parse("2020-01")));
        refused(staffing.send(stop(number, "2020-01")), "not-insured-here");
    }

    @Test
    void an_alteration_may_insure_earlier_and_the_agency_alone_takes_months_away() {
        String number = Registered.person();
        staffing.send(start(number, "2020-02"));

        Answer earlier = staffing.send(Staffing.row("变更", number, Map.of("from", "2020-01")));
        Answer later = staffing.send(Staffing.row("变更", number, Map.of("from", "2020-02")));
        refused(staffing.send(Staffing.row("变更", number, Map.of())), "field-missing");

        done(earlier, "DONE");
        refused(later, "months-lost");
        assertThat(relations(number)).allMatch(each -> each.covers(Month.parse("2020-01")));
    }

    @Test
    void a_worker_of_two_employers_has_one_pension_and_injury_insurance_with_both() {
        String number = Registered.person();
        Staffing second = Staffing.ofNewEmployer();
        staffing.send(start(number, "2020-01"));

        refused(second.send(start(number, "2020-01")), "pension-overlap");
        done(second.send(with(start(number, "2020-01"), "schemes", List.of("410"))), "DONE");

        assertThat(relations(number))
                .extracting(Relation::scheme)
                .filteredOn(Scheme.WORK_INJURY::equals)
                .hasSize(2);
        done(second.send(stop(number, "2020-02")), "DONE");
        assertThat(relations(number).stream()
                        .filter(each -> each.covers(Month.parse("2020-03")))
                        .toList())
                .hasSize(3);
    }

    @Test
    void the_same_rows_again_change_nothing_and_the_same_key_is_answered_the_same() {
        String number = Registered.person();
        String key = EnrollmentUnderTest.freshKey();
        String body = JSON.writeValueAsString(Map.of("rows", start(number, "2020-02")));

        Answer first = EnrollmentUnderTest.service().post(Staffing.PATH, staffing.agent(), key, body);
        Answer replayed = EnrollmentUnderTest.service().post(Staffing.PATH, staffing.agent(), key, body);
        Answer again = staffing.send(start(number, "2020-02"), start(number, "2020-02"));
        Answer other = EnrollmentUnderTest.service()
                .post(Staffing.PATH, staffing.agent(), key, body.replace("2020-02", "2020-01"));

        done(first, "DONE");
        assertThat(replayed.body()).isEqualTo(first.body());
        assertThat(again.json().path("alreadySo").asInt()).isEqualTo(2);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(told(number, 1)).hasSize(1);
    }

    @Test
    void a_batch_is_the_employers_own() {
        String id = staffing.send(start(Registered.person(), "2020-02")).text("id");

        assertThat(staffing.get(Staffing.PATH + "/batches/" + id).text("state")).isEqualTo("DONE");
        assertThat(Staffing.ofNewEmployer()
                        .get(Staffing.PATH + "/batches/" + id)
                        .text("code"))
                .isEqualTo("batch-unknown");
        assertThat(staffing.get(Staffing.PATH + "/batches/nonsense").status()).isEqualTo(404);
    }

    @Test
    void nobody_else_has_business_here() {
        Map<String, Object> body = Map.of("rows", start(Registered.person(), "2020-02"));
        String stranger = EnrollmentUnderTest.agent(staffing.employer(), Registered.person());

        assertThat(Registered.post(Staffing.PATH, stranger, body).text("code")).isEqualTo("agent-not-appointed");
        assertThat(Registered.post(Staffing.PATH, EnrollmentUnderTest.citizen(Registered.person(), "web"), body)
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(Staffing.PATH, EnrollmentUnderTest.clerk(), body)
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(EnrollmentUnderTest.service().get(Staffing.PATH, null).status())
                .isEqualTo(401);
    }

    @Test
    void a_body_without_rows_or_with_nonsense_is_refused_whole() {
        assertThat(Registered.post(Staffing.PATH, staffing.agent(), Map.of()).text("field"))
                .isEqualTo("rows");
        assertThat(Registered.post(Staffing.PATH, staffing.agent(), Map.of("rows", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(Registered.post(Staffing.PATH, staffing.agent(), Map.of("rows", Map.of("salary", "1")))
                        .text("code"))
                .isEqualTo("malformed-body");
        assertThat(Registered.post(
                                Staffing.PATH,
                                staffing.agent(),
                                Map.of("rows", java.util.Collections.nCopies(1_001, Map.of())))
                        .status())
                .isEqualTo(413);
        assertThat(staffing.sendFile(EnrollmentUnderTest.freshKey(), "application/pdf", new byte[10])
                        .status())
                .isEqualTo(415);
    }

    /** The events of changes of this person, each held against its schema. */
    static List<JsonNode> told(String number, int atLeast) {
        String id = EnrollmentUnderTest.person(number);
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener
                    .await(atLeast, each -> {
                        String text = new String(each.value(), java.nio.charset.StandardCharsets.UTF_8);
                        return text.contains(id) && text.contains(RelationEvents.CHANGED);
                    })
                    .stream()
                    .peek(each -> EventSchemas.assertValid(each.value()))
                    .map(each -> JSON.readTree(each.value()))
                    .toList();
        }
    }
}
