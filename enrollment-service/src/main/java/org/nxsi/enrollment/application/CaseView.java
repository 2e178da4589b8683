package org.nxsi.enrollment.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.CaseStep;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.cases.PapersNotice;

/**
 * A case as applicants and staff see it.
 *
 * @param promisedDays working days
 * @param dueOn last day of the promise; absent while the clock stands still or the year's calendar is not published
 * @param papers what is to be supplied; absent where nothing was missing
 */
public record CaseView(
        String number,
        String item,
        CaseState state,
        String stateTitle,
        LocalDate submittedOn,
        int promisedDays,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable Papers papers,
        List<Step> history) {

    /** The one complete list (一次性告知, 容缺). */
    public record Papers(LocalDate noticedOn, LocalDate supplyBy, List<Paper> list) {

        static @Nullable Papers of(@Nullable PapersNotice notice) {
            return notice == null ? null : new Papers(notice.noticedOn(), notice.supplyBy(), notice.papers());
        }
    }

    /** @param by who did it; absent in what applicants see */
    public record Step(
            CaseState state,
            String stateTitle,
            LocalDate on,
            String remark,
            @Nullable String clause,
            @Nullable String by) {

        static Step of(CaseStep step, boolean staff) {
            return new Step(
                    step.state(),
                    StateTitle.of(step.state()),
                    step.on(),
                    step.remark(),
                    step.clause(),
                    staff ? step.by() : null);
        }
    }

    /** As the applicant sees it: who handled it is the bureau's own business. */
    public static CaseView own(CaseFile file, LocalDate today) {
        return of(file, today, false);
    }

    /** As staff see it. */
    public static CaseView staff(CaseFile file, LocalDate today) {
        return of(file, today, true);
    }

    private static CaseView of(CaseFile file, LocalDate today, boolean staff) {
        LocalDate dueOn = DueDay.of(file);
        return new CaseView(
                file.number().toString(),
                file.item(),
                file.state(),
                StateTitle.of(file.state()),
                file.history().getFirst().on(),
                file.promise().days(),
                dueOn,
                dueOn != null && file.state().isUndecided() && today.isAfter(dueOn),
                Papers.of(file.notice()),
                file.history().stream().map(step -> Step.of(step, staff)).toList());
    }
}
