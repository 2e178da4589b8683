package org.nxsi.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseResult.Changed;
import org.nxsi.platform.cases.CaseResult.Refused;

/**
 * A case: immutable; every command returns a new file or a refusal. Owners keep it inside their own aggregate, so that
 * case and decision change in one write.
 *
 * @param item the catalogue's key of what is asked for
 * @param applicant opaque id of the person or employer
 * @param notice null until papers were found missing; there is never a second one
 * @param history oldest first, at most 100
 */
public record CaseFile(
        CaseNumber number,
        String item,
        String applicant,
        CaseState state,
        PromisedTime promise,
        @Nullable PapersNotice notice,
        List<CaseStep> history) {

    private static final int MOST_STEPS = 100;

    public CaseFile {
        history = List.copyOf(history);
        if (history.isEmpty()
                || history.size() > MOST_STEPS
                || history.getLast().state() != state) {
            throw new IllegalArgumentException("the history of a case ends in its state");
        }
        if (promise.isStopped() != state.stopsTheClock()) {
            throw new IllegalArgumentException(
                    "the promised time stands still exactly while the applicant or others act");
        }
    }

    /** A case as handed in. */
    public static CaseFile submitted(
            CaseNumber number, String item, String applicant, int promisedDays, LocalDate on, String by) {
        return new CaseFile(
                number,
                item,
                applicant,
                CaseState.SUBMITTED,
                PromisedTime.of(on, promisedDays),
                null,
                List.of(new CaseStep(CaseState.SUBMITTED, on, by, "提交", null)));
    }

    /**
     * Tells the applicant all that is missing, once (补正). Among it is a main paper: otherwise the case is to be accepted.
     *
     * @param noticeDays working days from submission in which the law wants the notice; after them the case counts as
     *     accepted
     */
    public CaseResult askForPapers(
            List<Paper> missing, LocalDate supplyBy, int noticeDays, WorkingDays workingDays, LocalDate on, String by) {
        if (notice != null) {
            return new Refused(CaseRefusal.ALREADY_NOTICED);
        }
        if (missing.stream().noneMatch(Paper::main)) {
            return new Refused(CaseRefusal.NO_MAIN_PAPER_MISSING);
        }
        if (on.isAfter(workingDays.plus(promise.from(), noticeDays))) {
            return new Refused(CaseRefusal.NOTICE_TOO_LATE);
        }
        return moved(
                CaseState.MATERIALS_MISSING,
                on,
                by,
                "一次性告知补正材料",
                "行政许可法 第三十二条",
                new PapersNotice(on, supplyBy, missing));
    }

    /** Accepts a case of which nothing is missing, or nothing but what may follow. */
    public CaseResult accept(LocalDate on, String by) {
        if (notice != null && notice.isMainMissing()) {
            return new Refused(CaseRefusal.MAIN_PAPER_MISSING);
        }
        return moved(CaseState.ACCEPTED, on, by, "受理", null, notice);
    }

    /**
     * Accepts at once although secondary papers are missing, all of them listed (容缺受理).
     *
     * @param clause what allows it, for example {@code 宁人社办发〔2020〕2号 第五条}
     */
    public CaseResult acceptWithMissing(
            List<Paper> missing, LocalDate supplyBy, String clause, LocalDate on, String by) {
        if (notice != null) {
            return new Refused(CaseRefusal.ALREADY_NOTICED);
        }
        if (missing.stream().anyMatch(Paper::main)) {
            return new Refused(CaseRefusal.MAIN_PAPER_MISSING);
        }
        return moved(CaseState.ACCEPTED, on, by, "容缺受理", clause, new PapersNotice(on, supplyBy, missing));
    }

    /** Papers arrive. When the last missing main paper is there, the case can be accepted and the clock goes on. */
    public CaseResult supply(Set<String> codes, LocalDate on, String by) {
        if (state.next().isEmpty()) {
            return new Refused(CaseRefusal.STATE);
        }
        if (notice == null || codes.isEmpty() || !codes.stream().allMatch(notice::lists)) {
            return new Refused(CaseRefusal.PAPER_NOT_ASKED);
        }
        PapersNotice supplied = notice.supplied(codes, on);
        boolean complete = state == CaseState.MATERIALS_MISSING && !supplied.isMainMissing();
        return step(complete ? CaseState.SUBMITTED : state, on, by, "补交材料", null, supplied);
    }

    public CaseResult refuseAcceptance(String reason, LocalDate on, String by) {
        return reasoned(CaseState.NOT_ACCEPTED, reason, on, by);
    }

    public CaseResult startReview(LocalDate on, String by) {
        return moved(CaseState.IN_REVIEW, on, by, "审核", null, notice);
    }

    /** Waits for a conclusion that is not the agency's own; the promised time stands still. */
    public CaseResult suspend(String reason, LocalDate on, String by) {
        return reasoned(CaseState.SUSPENDED, reason, on, by);
    }

    public CaseResult resume(LocalDate on, String by) {
        return state == CaseState.SUSPENDED
                ? moved(CaseState.IN_REVIEW, on, by, "恢复办理", null, notice)
                : new Refused(CaseRefusal.STATE);
    }

    /**
     * Decides in favour.
     *
     * @param clause what the decision rests on
     */
    public CaseResult approve(String clause, LocalDate on, String by) {
        return moved(CaseState.APPROVED, on, by, "准予", clause, notice);
    }

    public CaseResult reject(String reason, LocalDate on, String by) {
        return reasoned(CaseState.REJECTED, reason, on, by);
    }

    public CaseResult deliver(LocalDate on, String by) {
        return moved(CaseState.DELIVERED, on, by, "送达", null, notice);
    }

    /** Closes a case. One that was approved with papers to follow stays open until they are there. */
    public CaseResult close(LocalDate on, String by) {
        boolean approved = history.stream().anyMatch(step -> step.state() == CaseState.APPROVED);
        if (approved && notice != null && !notice.missing().isEmpty()) {
            return new Refused(CaseRefusal.PAPERS_OUTSTANDING);
        }
        return moved(CaseState.CLOSED, on, by, "归档", null, notice);
    }

    public CaseResult withdraw(LocalDate on, String by) {
        return moved(CaseState.WITHDRAWN, on, by, "申请人撤回", null, notice);
    }

    /**
     * Whether the applicant still waits after the promised time.
     *
     * @throws org.nxsi.platform.calendar.CalendarUnknown if that time ends in a year without holiday data
     */
    public boolean isOverdueOn(LocalDate day, WorkingDays workingDays) {
        return state.isUndecided() && promise.isMissedOn(day, workingDays);
    }

    /** The papers that should have been supplied before this day. */
    public List<Paper> overduePapersOn(LocalDate day) {
        return notice != null && day.isAfter(notice.supplyBy()) ? notice.missing() : List.of();
    }

    private CaseResult reasoned(CaseState next, String reason, LocalDate on, String by) {
        return reason.isBlank() ? new Refused(CaseRefusal.REASON_MISSING) : moved(next, on, by, reason, null, notice);
    }

    private CaseResult moved(
            CaseState next,
            LocalDate on,
            String by,
            String remark,
            @Nullable String clause,
            @Nullable PapersNotice papers) {
        return state.mayBecome(next) ? step(next, on, by, remark, clause, papers) : new Refused(CaseRefusal.STATE);
    }

    private CaseResult step(
            CaseState next,
            LocalDate on,
            String by,
            String remark,
            @Nullable String clause,
            @Nullable PapersNotice papers) {
        if (on.isBefore(history.getLast().on())) {
            return new Refused(CaseRefusal.DATE_BACKWARDS);
        }
        if (history.size() == MOST_STEPS) {
            return new Refused(CaseRefusal.HISTORY_FULL);
        }
        List<CaseStep> steps = new ArrayList<>(history);
        steps.add(new CaseStep(next, on, by, remark, clause));
        return new Changed(new CaseFile(number, item, applicant, next, clock(next, on), papers, steps));
    }

    private PromisedTime clock(CaseState next, LocalDate on) {
        if (next.stopsTheClock() == promise.isStopped()) {
            return promise;
        }
        return next.stopsTheClock() ? promise.stopped(on) : promise.goingOn(on);
    }
}
