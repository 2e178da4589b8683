package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.relation.Staffing.done;
import static org.nxsi.enrollment.relation.Staffing.refused;
import static org.nxsi.enrollment.relation.Staffing.relations;
import static org.nxsi.enrollment.relation.Staffing.start;
import static org.nxsi.enrollment.relation.Staffing.stop;
import static org.nxsi.enrollment.relation.Staffing.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;

/** Relations at the window, deaths, and ids that were joined. */
class WindowServiceTest {

    private static final String PATH = WindowController.PATH;

    private final Staffing staffing = Staffing.ofNewEmployer();

    @Test
    void a_clerk_does_for_an_employer_of_the_area_what_its_agents_do_and_more_on_a_paper() {
        String number = Registered.person();
        Map<String, Object> longAgo =
                with(with(start(number, "2016-12"), "hiredOn", "2016-12-01"), "schemes", List.of("110"));
        String employer = oldEmployer();
        String path = PATH + "?employer=" + employer;

        refused(post(path, longAgo), "made-up-at-the-agency-only");
        Answer onPaper = post(path, with(longAgo, "proof", "仲裁裁决书〔2020〕1号"));

        done(onPaper, "DONE");
        assertThat(onPaper.text("outcomes", "items", "0", "code")).isEqualTo("registered-late");
        assertThat(onPaper.text("outcomes", "items", "0", "clause")).isEqualTo("社会保险法 第五十八条");
        assertThat(relations(number)).allMatch(each -> each.covers(Month.parse("2016-12")));
        assertThat(get(PATH + "/batches/" + onPaper.text("id"), clerk()).text("state"))
                .isEqualTo("DONE");
        assertThat(get(PATH + "/late-registrations?limit=500", clerk()).body()).contains(employer);
    }

    @Test
    void a_file_at_the_window_and_an_employer_of_another_area() {
        String number = Registered.freshNumber();
        byte[] csv = ("kind,number,name,hiredOn,from\nSTART," + number + ",王芳,2020-01-15,2020-02\n")
                .getBytes(StandardCharsets.UTF_8);
        String path = PATH + "?employer=" + staffing.employer();
        String elsewhere = EnrollmentUnderTest.staffOf("640200", "clerk-2", Role.CLERK);

        Answer refused = Staffing.sendFile(path, elsewhere, EnrollmentUnderTest.freshKey(), "text/csv", csv);
        Answer done = Staffing.sendFile(path, clerk(), EnrollmentUnderTest.freshKey(), "text/csv", csv);

        assertThat(refused.text("code")).isEqualTo("employer-not-registered");
        done(done, "DONE");
        assertThat(get(PATH + "/batches/" + done.text("id"), elsewhere).status())
                .isEqualTo(404);
        assertThat(Registered.post(path, staffing.agent(), Map.of("rows", start(number, "2020-02")))
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(PATH + "?employer=91640100", clerk(), Map.of("rows", start(number, "2020-02")))
                        .text("field"))
                .isEqualTo("employer");
    }

    @Test
    void a_persons_relations_are_seen_with_every_change_before_and_after() {
        String number = Registered.person();
        staffing.send(start(number, "2020-01"));
        staffing.send(stop(number, "2020-01"));

        Answer found = Registered.post(PATH + "/lookups", clerk(), Map.of("number", number));
        Answer seen = get(PATH + "/persons/" + EnrollmentUnderTest.person(number), clerk());

        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(found.body()).doesNotContain(number, "张明");
        assertThat(seen.json().path("history").size()).isEqualTo(6);
        assertThat(seen.text("history", "0", "change")).isEqualTo("减员");
        assertThat(seen.text("history", "0", "after", "to")).isEqualTo("2020-01");
        assertThat(Registered.post(
                                PATH + "/lookups",
                                EnrollmentUnderTest.staffOf("640200", "clerk-2", Role.CLERK),
                                Map.of("number", number))
                        .status())
                .isEqualTo(404);
        assertThat(Registered.post(PATH + "/lookups", clerk(), Map.of("number", "640104196002290012"))
                        .status())
                .isEqualTo(400);
        assertThat(get(PATH + "/late-registrations", staffing.agent()).text("code"))
                .isEqualTo("role-required");
    }

    @Test
    void whoever_died_is_insured_until_the_month_of_death_and_no_more() {
        String number = Registered.person();
        staffing.send(start(number, "2020-01"));

        Answer died = Registered.post(
                "/admin/v1/persons/" + EnrollmentUnderTest.person(number) + "/death",
                clerk(),
                Map.of("diedOn", "2020-02-03", "proof", "死亡医学证明"));

        assertThat(died.status()).as(died.body()).isEqualTo(200);
        Eventually.that(
                "the relations end",
                () -> relations(number).stream()
                        .allMatch(each -> each.spells().getLast().reason() == StopReason.DIED));
        assertThat(relations(number))
                .hasSize(3)
                .allMatch(each -> each.covers(Month.parse("2020-02")) && !each.covers(Month.parse("2020-03")));
        assertThat(EmployeeServiceTest.told(number, 2)).hasSize(2);
        refused(staffing.send(with(start(number, "2020-03"), "schemes", List.of("410"))), "person-died");
    }

    @Test
    void a_death_that_is_taken_back_lets_the_person_start_again() {
        String number = Registered.person();
        String death = "/admin/v1/persons/" + EnrollmentUnderTest.person(number) + "/death";
        staffing.send(start(number, "2020-01"));
        Registered.post(death, clerk(), Map.of("diedOn", "2020-01-20", "proof", "死亡医学证明"));
        Eventually.that(
                "the relations end",
                () -> relations(number).stream()
                        .noneMatch(each -> each.spells().getLast().runs()));

        Answer back = Registered.post(
                death + "-revocation", EnrollmentUnderTest.staff("reviewer-9", Role.REVIEWER), Map.of("proof", "更正证明"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        Eventually.that(
                "the person can start again",
                () -> staffing.send(start(number, "2020-02"))
                        .text("outcomes", "items", "0", "result")
                        .equals("DONE"));
    }

    @Test
    void relations_of_joined_ids_are_seen_together_changed_where_they_stand_and_their_overlap_is_listed() {
        String kept = Registered.person();
        String lost = Registered.person();
        Staffing second = Staffing.ofNewEmployer();
        staffing.send(start(kept, "2020-01"));
        second.send(start(lost, "2020-02"));

        join(kept, lost);

        String keptId = EnrollmentUnderTest.person(kept);
        Eventually.that(
                "the overlap is listed",
                () -> get(PATH + "/overlaps?limit=500", clerk()).body().contains(keptId));
        Answer seen = get(PATH + "/persons/" + keptId, clerk());
        assertThat(seen.json().path("relations").size()).isEqualTo(6);
        assertThat(seen.json().path("overlaps").size()).isOne();
        assertThat(seen.text("overlaps", "0", "from")).isEqualTo("2020-02");
        refused(
                Staffing.ofNewEmployer().send(with(start(kept, "2020-02"), "schemes", List.of("110"))),
                "pension-overlap");
        done(second.send(with(stop(lost, "2020-02"), "proof", "合并")), "DONE");
        assertThat(relations(kept).stream()
                        .filter(each -> each.covers(Month.parse("2020-03")))
                        .toList())
                .hasSize(3);
    }

    private static void join(String kept, String lost) {
        String proposals = "/admin/v1/persons/identity-proposals";
        Answer proposed = Registered.post(
                proposals,
                clerk(),
                Map.of(
                        "keptId",
                        EnrollmentUnderTest.person(kept),
                        "mergedId",
                        EnrollmentUnderTest.person(lost),
                        "reason",
                        "同一人",
                        "proof",
                        "户籍证明"));
        Answer approved = Registered.post(
                proposals + "/" + proposed.text("id") + "/approval", EnrollmentUnderTest.reviewer(), Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private static String oldEmployer() {
        String code = Registered.freshCreditCode();
        Answer registered = Registered.post(
                "/admin/v1/employers",
                clerk(),
                Map.of(
                        "creditCode",
                        code,
                        "name",
                        "宁夏某某老厂",
                        "area",
                        "640104",
                        "unitType",
                        "10",
                        "foundedOn",
                        "2010-01-02",
                        "schemes",
                        List.of(Map.of("scheme", "110", "from", "2010-01"))));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        return code;
    }

    private static Answer post(String path, Map<String, Object> row) {
        return Registered.post(path, clerk(), Map.of("rows", row));
    }

    private static Answer get(String path, String token) {
        return EnrollmentUnderTest.service().get(path, token);
    }
}
