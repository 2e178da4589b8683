package org.nxsi.enrollment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Role;

class RosterServiceTest {

    private final Built built = new Built();
    private final String project = built.registered();

    @Test
    void who_comes_is_registered_and_insured_from_that_day_to_the_last() {
        String number = Registered.freshNumber();

        Answer came = built.workers(project, List.of(Built.comes(number, "王工", "2020-02-03")));
        Answer left = built.workers(project, List.of(Map.of("number", number, "name", "王工", "to", "2020-02-20")));

        assertThat(came.status()).as(came.body()).isEqualTo(200);
        assertThat(came.text("outcomes", "items", "0", "result")).isEqualTo("DONE");
        assertThat(left.text("outcomes", "items", "0", "result"))
                .as(left.body())
                .isEqualTo("DONE");
        assertThat(service()
                        .part(PersonRegister.class)
                        .require(id(number))
                        .area()
                        .code())
                .isEqualTo("640104");
        assertThat(Built.covered(number, "2020-02-02", clerk()).text("insured")).isEqualTo("false");
        Answer within = Built.covered(number, "2020-02-20", clerk());
        assertThat(within.text("insured")).as(within.body()).isEqualTo("true");
        assertThat(within.text("projects", "0", "project")).isEqualTo(built.code() + "-1");
        assertThat(within.text("projects", "0", "toldOn")).isEqualTo(EnrollmentUnderTest.TODAY);
        assertThat(within.text("projects", "0", "due")).isEqualTo("ASSESSED");
        assertThat(within.text("projects", "0", "paidOn")).isEmpty();
        assertThat(Built.covered(number, "2020-02-21", clerk()).text("insured")).isEqualTo("false");
    }

    @Test
    void nobody_is_taken_off_the_roster_and_it_is_shown_masked() {
        String number = Registered.freshNumber();
        built.workers(project, List.of(Built.comes(number, "王工", "2020-02-03")));
        built.workers(project, List.of(Map.of("number", number, "name", "王工", "to", "2020-02-20")));

        Answer roster = service().get(Built.OWN + "/" + project + "/workers", built.agent());

        assertThat(roster.json().path("items").size()).isEqualTo(1);
        assertThat(roster.text("items", "0", "stays", "0", "to")).isEqualTo("2020-02-20");
        assertThat(roster.text("items", "0", "name")).contains("*");
        assertThat(roster.body()).doesNotContain(number).doesNotContain("王工");
        assertThat(service()
                        .get(Built.ADMIN + "/" + built.code() + "/" + project + "/workers", clerk())
                        .body())
                .isEqualTo(roster.body());
    }

    @Test
    void a_worker_may_be_on_several_projects_and_a_completed_one_insures_nobody_after_its_last_day() {
        String number = Registered.freshNumber();
        Built other = new Built();
        String second = other.registered();
        built.workers(project, List.of(Built.comes(number, "王工", "2020-02-03")));
        other.workers(second, List.of(Built.comes(number, "王工", "2020-02-05")));
        Registered.post(
                Built.OWN + "/" + project + "/completion",
                built.agent(),
                Map.of("completedOn", "2020-02-08", "proof", "竣工验收单"));

        List<ProjectCoverage.Covered> both = covered(number, "2020-02-08");
        List<ProjectCoverage.Covered> after = covered(number, "2020-02-09");

        assertThat(both).extracting(ProjectCoverage.Covered::insured).containsExactly(true, true);
        assertThat(after)
                .filteredOn(ProjectCoverage.Covered::insured)
                .extracting(ProjectCoverage.Covered::project)
                .containsExactly(other.code() + "-1");
    }

    @Test
    void a_project_that_nobody_has_approved_yet_insures_nobody_and_its_roster_stands() {
        Answer handedIn = built.handIn(Built.body());
        String number = Registered.freshNumber();
        Answer came = built.workers(handedIn.text("number"), List.of(Built.comes(number, "王工", "2020-02-03")));

        assertThat(came.status()).isEqualTo(200);
        assertThat(covered(number, "2020-02-05"))
                .extracting(ProjectCoverage.Covered::insured)
                .containsExactly(false);
        built.approve(handedIn, EnrollmentUnderTest.reviewer());
        assertThat(covered(number, "2020-02-05"))
                .extracting(ProjectCoverage.Covered::insured)
                .containsExactly(true);
    }

    @Test
    void each_bad_row_is_refused_with_its_reason_and_the_good_ones_stand() {
        String known = Registered.person("李四海", "640104");
        String good = Registered.freshNumber();
        String early = Registered.freshNumber();

        Answer answer = built.workers(
                project,
                List.of(
                        Built.comes(good, "王工", "2020-02-03"),
                        Built.comes("640104198501010000", "王工", "2020-02-03"),
                        Built.comes(known, "王五", "2020-02-03"),
                        Built.comes(early, "赵六", "2020-01-14"),
                        Built.comes(Registered.freshNumber(), "赵六", "2020-13-01"),
                        Map.of("number", Registered.freshNumber(), "name", "赵六", "to", "2020-02-03"),
                        Map.of("number", good),
                        Map.of("number", good, "name", "王工"),
                        Built.comes(good, "王工", "2020-02-03")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(IntStream.range(0, 9)
                        .mapToObj(at -> answer.text("outcomes", "items", String.valueOf(at), "result") + " "
                                + answer.text("outcomes", "items", String.valueOf(at), "code")))
                .containsExactly(
                        "DONE ",
                        "REFUSED number-invalid",
                        "REFUSED name-differs",
                        "REFUSED outside-project",
                        "REFUSED cell-invalid",
                        "REFUSED not-on-roster",
                        "REFUSED row-incomplete",
                        "REFUSED days-missing",
                        "ALREADY_SO ");
        assertThat(service().part(PersonRegister.class).find(id(early))).isEmpty();
        assertThat(answer.text("done")).isEqualTo("1");
        assertThat(answer.text("refused")).isEqualTo("7");
    }

    @Test
    void a_file_of_many_is_carried_out_soon_and_the_same_file_again_is_the_same() {
        StringBuilder csv = new StringBuilder("社会保障号码,姓名,进场日期,退场日期\r\n");
        String first = Registered.freshNumber();
        csv.append(first).append(",王工,2020-02-03,\r\n");
        IntStream.range(0, 1_200)
                .forEach(at -> csv.append(Registered.freshNumber()).append(",王工,2020/2/3,2020-12-31\r\n"));
        String key = EnrollmentUnderTest.freshKey();

        Answer sent = file(key, "text/csv", csv.toString());
        Answer again = file(key, "text/csv", csv.toString());
        Answer other = file(key, "text/csv", csv + Registered.freshNumber() + ",王工,2020-02-03,\r\n");

        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(sent.text("id"));
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
        String path = sent.header("Location");
        Eventually.that(
                "all rows have their outcome",
                () -> service().get(path, built.agent()).text("state").equals("DONE"));
        Answer done = service().get(path + "?limit=200", built.agent());
        assertThat(done.text("done")).isEqualTo("1201");
        assertThat(done.json().path("outcomes").path("items").size()).isEqualTo(200);
        assertThat(covered(first, "2020-02-05")).hasSize(1);
        assertThat(service()
                        .get(path.replace("/" + project + "/", "/99/"), built.agent())
                        .text("code"))
                .isEqualTo("project-unknown");
    }

    @Test
    void files_that_cannot_be_are_refused_as_a_whole() {
        String header = "社会保障号码,姓名,进场日期,退场日期\r\n";
        String number = Registered.freshNumber();

        Answer formula = file("text/csv", header + number + ",\"=1+1\",2020-02-03,\r\n");
        Answer huge = file("text/csv", header + (number + ",王工,2020-02-03,\r\n").repeat(60_000));
        Answer many = file("text/csv", header + (number + ",王工,2020-02-03,\r\n").repeat(5_001));
        Answer nothing = file("text/csv", header);
        Answer noSheet = file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK no zip");
        Answer noType = file("application/octet-stream", header);

        assertThat(formula.text("code")).isEqualTo("formula-cell");
        assertThat(huge.status()).isEqualTo(413);
        assertThat(many.text("code")).isEqualTo("sheet-too-large");
        assertThat(nothing.text("code")).isEqualTo("sheet-empty");
        assertThat(noSheet.text("code")).isEqualTo("sheet-unreadable");
        assertThat(noType.status()).isEqualTo(415);
        assertThat(built.workers(project, List.of()).text("field")).isEqualTo("workers");
        assertThat(service().part(PersonRegister.class).find(id(number))).isEmpty();
    }

    @Test
    void a_clerk_may_tell_it_at_the_window_and_staff_of_another_area_learn_nothing() {
        String number = Registered.freshNumber();
        Map<String, Object> body = new HashMap<>(Map.of("workers", List.of(Built.comes(number, "王工", "2020-02-03"))));
        String path = Built.ADMIN + "/" + built.code() + "/" + project + "/workers";
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c3", Role.CLERK);

        assertThat(Registered.post(path, elsewhere, body).text("code")).isEqualTo("project-unknown");
        assertThat(Registered.post(path, EnrollmentUnderTest.reviewer(), body).text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(path, clerk(), body).text("done")).isEqualTo("1");
        assertThat(Built.covered(number, "2020-02-05", elsewhere)
                        .json()
                        .path("projects")
                        .size())
                .isZero();
        assertThat(Built.covered("640104198501010000", "2020-02-05", clerk()).text("field"))
                .isEqualTo("number");
        assertThat(Built.covered(number, "2020-02-05", built.agent()).text("code"))
                .isEqualTo("role-required");
    }

    private Answer file(String type, String text) {
        return file(EnrollmentUnderTest.freshKey(), type, text);
    }

    private Answer file(String key, String type, String text) {
        return service()
                .send(service()
                        .request(Built.OWN + "/" + project + "/workers", built.agent())
                        .header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(text, StandardCharsets.UTF_8)));
    }

    private static List<ProjectCoverage.Covered> covered(String number, String day) {
        return service().part(ProjectCoverage.class).on(id(number), LocalDate.parse(day));
    }

    private static PersonId id(String number) {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }
}
