package org.nxsi.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseResult.Changed;
import org.nxsi.platform.cases.CaseResult.Refused;
import org.nxsi.platform.identity.AreaCode;
import tools.jackson.databind.json.JsonMapper;

class CaseFileTest {

    private static final WorkingDays DAYS = WorkingDays.official();
    private static final LocalDate MONDAY = LocalDate.of(2020, 3, 2);
    private static final Paper IDENTITY_CARD = Paper.main("identity-card", "居民身份证");
    private static final Paper PHOTO = Paper.secondary("photo", "照片");
    private static final LocalDate SUPPLY_BY = LocalDate.of(2020, 3, 31);
    private static final String CLAUSE = "宁人社办发〔2020〕2号 第五条";
    private static final CaseFile SUBMITTED = CaseFile.submitted(
            new CaseNumber(AreaCode.NINGXIA, MONDAY, 1), "my-ningxia-12", "aaaa", 20, MONDAY, "citizen");

    @Test
    void a_case_goes_from_submission_to_the_archive() {
        CaseFile closed = SUBMITTED
                .accept(MONDAY, "clerk")
                .file()
                .startReview(MONDAY, "clerk")
                .file()
                .approve("社会保险法 第十六条", MONDAY.plusDays(2), "reviewer")
                .file()
                .deliver(MONDAY.plusDays(3), "clerk")
                .file()
                .close(MONDAY.plusDays(3), "clerk")
                .file();

        assertThat(closed.history())
                .extracting(CaseStep::state)
                .containsExactly(
                        CaseState.SUBMITTED,
                        CaseState.ACCEPTED,
                        CaseState.IN_REVIEW,
                        CaseState.APPROVED,
                        CaseState.DELIVERED,
                        CaseState.CLOSED);
        assertThat(closed.history().get(3).clause()).isEqualTo("社会保险法 第十六条");
    }

    @Test
    void missing_main_papers_stop_the_clock_until_all_of_them_are_there() {
        CaseFile asked = ask(SUBMITTED, IDENTITY_CARD, PHOTO);
        assertThat(asked.state()).isEqualTo(CaseState.MATERIALS_MISSING);
        assertThat(asked.promise().dueOn(DAYS)).isNull();

        CaseFile half =
                asked.supply(Set.of("photo"), MONDAY.plusDays(3), "citizen").file();
        assertThat(half.state()).isEqualTo(CaseState.MATERIALS_MISSING);

        CaseFile complete = half.supply(Set.of("identity-card"), MONDAY.plusDays(9), "citizen")
                .file();
        assertThat(complete.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(complete.promise().dueOn(DAYS)).isEqualTo(DAYS.plus(MONDAY.plusDays(9), 20));
        assertThat(complete.accept(MONDAY.plusDays(9), "clerk").file().state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void there_is_only_one_notice_of_what_is_missing() {
        CaseFile complete = ask(SUBMITTED, IDENTITY_CARD)
                .supply(Set.of("identity-card"), MONDAY.plusDays(2), "citizen")
                .file();

        CaseResult second =
                complete.askForPapers(List.of(IDENTITY_CARD), SUPPLY_BY, 5, DAYS, MONDAY.plusDays(2), "clerk");

        assertRefused(second, CaseRefusal.ALREADY_NOTICED);
        assertThat(CaseRefusal.ALREADY_NOTICED.clause()).isEqualTo("行政许可法 第三十二条");
        assertRefused(
                complete.acceptWithMissing(List.of(PHOTO), SUPPLY_BY, CLAUSE, MONDAY.plusDays(2), "clerk"),
                CaseRefusal.ALREADY_NOTICED);
    }

    @Test
    void a_notice_after_five_working_days_comes_too_late() {
        LocalDate last = DAYS.plus(MONDAY, 5);

        assertThat(SUBMITTED.askForPapers(List.of(IDENTITY_CARD), SUPPLY_BY, 5, DAYS, last, "clerk"))
                .isInstanceOf(Changed.class);
        assertRefused(
                SUBMITTED.askForPapers(List.of(IDENTITY_CARD), SUPPLY_BY, 5, DAYS, last.plusDays(1), "clerk"),
                CaseRefusal.NOTICE_TOO_LATE);
    }

    @Test
    void secondary_papers_may_follow_after_acceptance() {
        CaseFile accepted = SUBMITTED
                .acceptWithMissing(List.of(PHOTO), SUPPLY_BY, CLAUSE, MONDAY, "clerk")
                .file();

        assertThat(accepted.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(accepted.promise().isStopped()).isFalse();
        assertThat(accepted.overduePapersOn(SUPPLY_BY)).isEmpty();
        assertThat(accepted.overduePapersOn(SUPPLY_BY.plusDays(1))).containsExactly(PHOTO);
        assertThat(accepted.supply(Set.of("photo"), SUPPLY_BY, "citizen").file().overduePapersOn(SUPPLY_BY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void an_approved_case_is_not_closed_before_its_papers_are_there() {
        CaseFile approved = SUBMITTED
                .acceptWithMissing(List.of(PHOTO), SUPPLY_BY, CLAUSE, MONDAY, "clerk")
                .file()
                .startReview(MONDAY, "clerk")
                .file()
                .approve(CLAUSE, MONDAY, "reviewer")
                .file();

        assertRefused(approved.close(MONDAY, "clerk"), CaseRefusal.PAPERS_OUTSTANDING);
        assertThat(approved.supply(Set.of("photo"), MONDAY, "citizen")
                        .file()
                        .close(MONDAY, "clerk")
                        .file()
                        .state())
                .isEqualTo(CaseState.CLOSED);
    }

    @Test
    void a_main_paper_cannot_follow_later() {
        assertRefused(
                SUBMITTED.acceptWithMissing(List.of(IDENTITY_CARD), SUPPLY_BY, CLAUSE, MONDAY, "clerk"),
                CaseRefusal.MAIN_PAPER_MISSING);
        assertRefused(ask(SUBMITTED, IDENTITY_CARD).accept(MONDAY, "clerk"), CaseRefusal.MAIN_PAPER_MISSING);
        assertRefused(
                SUBMITTED.askForPapers(List.of(PHOTO), SUPPLY_BY, 5, DAYS, MONDAY, "clerk"),
                CaseRefusal.NO_MAIN_PAPER_MISSING);
    }

    @Test
    void papers_that_nobody_asked_for_are_refused() {
        assertRefused(SUBMITTED.supply(Set.of("photo"), MONDAY, "citizen"), CaseRefusal.PAPER_NOT_ASKED);
        assertRefused(
                ask(SUBMITTED, IDENTITY_CARD).supply(Set.of("photo"), MONDAY, "citizen"), CaseRefusal.PAPER_NOT_ASKED);
        assertRefused(ask(SUBMITTED, IDENTITY_CARD).supply(Set.of(), MONDAY, "citizen"), CaseRefusal.PAPER_NOT_ASKED);
    }

    @Test
    void a_suspension_stops_the_clock_and_a_late_case_is_told() {
        CaseFile inReview = SUBMITTED
                .accept(MONDAY, "clerk")
                .file()
                .startReview(MONDAY, "clerk")
                .file();
        CaseFile suspended =
                inReview.suspend("等待法院结论", MONDAY.plusDays(1), "clerk").file();
        LocalDate summer = LocalDate.of(2020, 7, 1);

        assertThat(inReview.isOverdueOn(summer, DAYS)).isTrue();
        assertThat(suspended.isOverdueOn(summer, DAYS)).isFalse();
        assertThat(suspended.resume(summer, "clerk").file().isOverdueOn(summer.plusDays(60), DAYS))
                .isTrue();
        assertThat(inReview.approve(CLAUSE, summer, "reviewer").file().isOverdueOn(summer, DAYS))
                .isFalse();
        assertRefused(inReview.resume(MONDAY, "clerk"), CaseRefusal.STATE);
    }

    @Test
    void a_no_needs_a_reason() {
        assertRefused(SUBMITTED.refuseAcceptance(" ", MONDAY, "clerk"), CaseRefusal.REASON_MISSING);

        CaseFile refused =
                SUBMITTED.refuseAcceptance("不属于本机构职权范围", MONDAY, "clerk").file();

        assertThat(refused.history().getLast().remark()).isEqualTo("不属于本机构职权范围");
        assertThat(refused.close(MONDAY, "clerk").file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void time_does_not_run_backwards_and_what_is_over_is_over() {
        assertRefused(SUBMITTED.accept(MONDAY.minusDays(1), "clerk"), CaseRefusal.DATE_BACKWARDS);

        CaseFile withdrawn =
                ask(SUBMITTED, IDENTITY_CARD).withdraw(MONDAY, "citizen").file();

        assertRefused(withdrawn.accept(MONDAY, "clerk"), CaseRefusal.MAIN_PAPER_MISSING);
        assertRefused(withdrawn.supply(Set.of("identity-card"), MONDAY, "citizen"), CaseRefusal.STATE);
        assertRefused(withdrawn.close(MONDAY, "clerk"), CaseRefusal.STATE);
    }

    @Test
    void a_refused_command_has_no_file() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SUBMITTED.deliver(MONDAY, "clerk").file())
                .withMessage("case-state");
    }

    @Test
    void a_senseless_notice_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PapersNotice(MONDAY, SUPPLY_BY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PapersNotice(MONDAY, SUPPLY_BY, List.of(PHOTO, PHOTO)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PapersNotice(MONDAY, MONDAY.minusDays(1), List.of(PHOTO)));
    }

    @Test
    void a_file_travels_as_json_and_back() {
        JsonMapper json = JsonMapper.builder().build();
        CaseFile asked = ask(SUBMITTED, IDENTITY_CARD, PHOTO);

        assertThat(json.readValue(json.writeValueAsString(asked), CaseFile.class))
                .isEqualTo(asked);
    }

    @Property
    void whatever_happens_a_case_moves_only_along_its_states_and_has_an_end(
            @ForAll("commands") @Size(max = 150) List<Command> commands) {
        CaseFile file = SUBMITTED;
        LocalDate day = MONDAY;
        for (Command command : commands) {
            day = day.plusDays(1);
            CaseResult result = command.apply(file, day);
            if (result instanceof Changed(CaseFile after)) {
                boolean stays = after.state() == file.state();
                assertThat(stays || file.state().mayBecome(after.state())).isTrue();
                assertThat(after.history()).hasSize(file.history().size() + 1).hasSizeLessThanOrEqualTo(100);
                assertThat(after.promise().isStopped()).isEqualTo(after.state().stopsTheClock());
                file = after;
            }
        }
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return Arbitraries.of(Command.values()).list();
    }

    enum Command {
        ASK,
        ACCEPT,
        ACCEPT_WITH_MISSING,
        SUPPLY_MAIN,
        SUPPLY_SECONDARY,
        REVIEW,
        SUSPEND,
        RESUME,
        APPROVE,
        REJECT,
        REFUSE,
        DELIVER,
        CLOSE;

        CaseResult apply(CaseFile file, LocalDate on) {
            return switch (this) {
                case ASK -> file.askForPapers(List.of(IDENTITY_CARD, PHOTO), on, 5, DAYS, on, "clerk");
                case ACCEPT -> file.accept(on, "clerk");
                case ACCEPT_WITH_MISSING -> file.acceptWithMissing(List.of(PHOTO), on, CLAUSE, on, "clerk");
                case SUPPLY_MAIN -> file.supply(Set.of("identity-card"), on, "citizen");
                case SUPPLY_SECONDARY -> file.supply(Set.of("photo"), on, "citizen");
                case REVIEW -> file.startReview(on, "clerk");
                case SUSPEND -> file.suspend("等待", on, "clerk");
                case RESUME -> file.resume(on, "clerk");
                case APPROVE -> file.approve(CLAUSE, on, "reviewer");
                case REJECT -> file.reject("不符合条件", on, "reviewer");
                case REFUSE -> file.refuseAcceptance("不属于职权范围", on, "clerk");
                case DELIVER -> file.deliver(on, "clerk");
                case CLOSE -> file.close(on, "clerk");
            };
        }
    }

    private static CaseFile ask(CaseFile file, Paper... missing) {
        return file.askForPapers(List.of(missing), SUPPLY_BY, 5, DAYS, MONDAY, "clerk")
                .file();
    }

    private static void assertRefused(CaseResult result, CaseRefusal reason) {
        assertThat(result).isEqualTo(new Refused(reason));
    }
}
