package org.nxsi.enrollment.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.assessment.Sample;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Outcome.Result;
import org.nxsi.enrollment.project.Stay.Mark;
import org.nxsi.enrollment.project.WorkerRule.Turned;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseNumber;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class WorkerRuleTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate END = LocalDate.of(2020, 12, 31);
    private static final Worker NOBODY = Worker.unknown(project().id(), PersonId.parse("a".repeat(26)));

    @Test
    void who_comes_is_on_the_roster_from_that_day_on() {
        Worker worker = turn(NOBODY, "1", "2020-02-03", null).worker();

        assertThat(covers(worker, "2020-02-02")).isFalse();
        assertThat(covers(worker, "2020-02-03")).isTrue();
        assertThat(covers(worker, "2020-12-31")).isTrue();
    }

    @Test
    void who_leaves_stays_on_the_roster_of_the_days_before() {
        Worker worker = turn(NOBODY, "1", "2020-02-03", null).worker();

        Worker left = turn(worker, "2", null, "2020-03-31").worker();

        assertThat(covers(left, "2020-03-31")).isTrue();
        assertThat(covers(left, "2020-04-01")).isFalse();
        assertThat(left.stays()).hasSize(1);
        assertThat(left.stays().getFirst().begun().cause()).isEqualTo("1");
        assertThat(left.stays().getFirst().ended()).isNotNull();
    }

    @Test
    void the_same_row_again_is_done_and_changes_nothing() {
        Turned first = turn(NOBODY, "1", "2020-02-03", null);

        Turned again = turn(first.worker(), "1", "2020-02-03", null);
        Turned another = turn(first.worker(), "2", "2020-02-03", null);

        assertThat(again).isEqualTo(new Turned(first.worker(), Outcome.done(1)));
        assertThat(another).isEqualTo(new Turned(first.worker(), Outcome.alreadySo(1)));
    }

    @Test
    void who_comes_back_has_two_stays_which_do_not_overlap() {
        Worker left = turn(NOBODY, "1", "2020-02-03", "2020-03-31").worker();

        Turned overlapping = turn(left, "2", "2020-03-31", null);
        Turned again = turn(left, "3", "2020-05-01", null);

        assertThat(overlapping.outcome().code()).isEqualTo("stay-overlaps");
        assertThat(again.worker().stays()).hasSize(2);
        assertThat(covers(again.worker(), "2020-04-15")).isFalse();
    }

    @Test
    void a_stay_that_has_ended_is_not_ended_again_and_nobody_leaves_who_never_came() {
        Worker left = turn(NOBODY, "1", "2020-02-03", "2020-03-31").worker();

        assertThat(turn(left, "2", null, "2020-03-01").outcome().code()).isEqualTo("stay-ended");
        assertThat(turn(left, "3", null, "2020-03-31").outcome().result()).isEqualTo(Result.ALREADY_SO);
        assertThat(turn(NOBODY, "4", null, "2020-03-01").outcome().code()).isEqualTo("not-on-roster");
        assertThat(turn(left, "5", null, "2020-02-02").outcome().code()).isEqualTo("not-on-roster");
    }

    @Test
    void days_outside_the_project_are_refused() {
        assertThat(turn(NOBODY, "1", "2019-12-31", null).outcome().field()).isEqualTo("from");
        assertThat(turn(NOBODY, "1", "2020-12-01", "2021-01-01").outcome().field())
                .isEqualTo("to");
        assertThat(turn(NOBODY, "1", "2021-01-01", null).outcome().code()).isEqualTo("outside-project");
    }

    /** @param days even: comes on that day; odd: leaves on it */
    @Property
    void whatever_is_told_no_two_stays_overlap_and_no_day_on_the_roster_is_taken_away(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 365) Integer> days) {
        Worker worker = NOBODY;
        for (int at = 0; at < days.size(); at++) {
            LocalDate day = START.plusDays(days.get(at));
            boolean comes = days.get(at) % 2 == 0;
            Worker before = worker;
            worker = WorkerRule.apply(
                            before,
                            row(comes ? day : null, comes ? null : day),
                            project(),
                            new Mark("#" + at, "agent", START))
                    .worker();
            assertThat(worker.stays())
                    .hasSizeGreaterThanOrEqualTo(before.stays().size());
            for (Stay each : before.stays()) {
                assertThat(worker.stays())
                        .anyMatch(now -> now.from().equals(each.from())
                                && (each.to() == null || each.to().equals(now.to())));
            }
        }
        List<Stay> stays = worker.stays();
        for (int at = 1; at < stays.size(); at++) {
            assertThat(stays.get(at - 1)
                            .overlaps(stays.get(at).from(), stays.get(at).to()))
                    .isFalse();
        }
    }

    private static Turned turn(Worker worker, String cause, @Nullable String from, @Nullable String to) {
        return WorkerRule.apply(
                worker,
                row(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                project(),
                new Mark(cause, "agent", LocalDate.of(2020, 2, 10)));
    }

    private static RosterRow row(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new RosterRow(1, null, null, from, to, null);
    }

    private static boolean covers(Worker worker, String day) {
        return worker.stays().stream().anyMatch(each -> each.covers(LocalDate.parse(day)));
    }

    static Project project() {
        CaseFile file = CaseFile.submitted(
                new CaseNumber(AreaCode.parse("640104"), START, 1), "construction-project", "x", 20, START, "agent");
        return new Project(
                Sample.creditCode(7) + "-1",
                Sample.creditCode(7),
                1,
                "某某住宅楼",
                AreaCode.parse("640104"),
                "HT-2020-1",
                Fen.ofYuan("10000000.00"),
                START,
                END,
                null,
                Month.parse("2020-01"),
                null,
                List.of(new ProjectChange(
                        ProjectChange.Kind.REGISTRATION, "c", file, "agent", "合同", Instant.EPOCH, null, "10000000.00")),
                1);
    }
}
