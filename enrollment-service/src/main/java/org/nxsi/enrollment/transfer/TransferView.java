package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.enrollment.assessment.SheetView;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A transfer as answers show it.
 *
 * @param from six digits of GB/T 2260
 * @param dueOn last day of the part of the way that somebody has to do now; absent where it cannot be told
 * @param office who has it
 * @param account what is credited or sent; what is to be expected as soon as the information is there
 * @param difference money less what is expected
 * @param doubles months that are in the own record too
 * @param person of what staff see
 * @param proposal of what staff see: waits for a second person
 */
record TransferView(
        String number,
        Direction direction,
        String directionTitle,
        Scheme scheme,
        String from,
        String to,
        @Nullable Month claimedFrom,
        @Nullable Month claimedTo,
        TransferState state,
        String stateTitle,
        LocalDate since,
        @Nullable LocalDate dueOn,
        boolean overdue,
        String office,
        @Nullable LocalDate informationOn,
        @Nullable LocalDate moneyOn,
        @Nullable Integer months,
        @Nullable Fen account,
        @Nullable Fen pool,
        @Nullable Fen money,
        @Nullable Fen difference,
        @Nullable Fen refund,
        List<Month> doubles,
        List<SheetView.Policy> policies,
        List<StepView> steps,
        CaseView application,
        @Nullable PersonId person,
        @Nullable Proposal proposal) {

    /** @param by who did it; absent in what applicants see */
    record StepView(
            TransferState state,
            String stateTitle,
            LocalDate on,
            String remark,
            @Nullable String by) {

        static StepView of(Progress.Step step, boolean staff) {
            return new StepView(step.state(), step.state().title(), step.on(), step.remark(), staff ? step.by() : null);
        }
    }

    static TransferView own(Transfer transfer, LocalDate today) {
        return of(transfer, today, false);
    }

    static TransferView staff(Transfer transfer, LocalDate today) {
        return of(transfer, today, true);
    }

    private static TransferView of(Transfer transfer, LocalDate today, boolean staff) {
        Progress progress = transfer.progress();
        Arrived arrived = transfer.arrived();
        Sent sent = transfer.sent();
        Information information = sent == null ? arrived.information() : sent.information();
        Expected amount = sent == null ? arrived.expected() : sent.amount();
        boolean in = transfer.direction() == Direction.IN;
        return new TransferView(
                transfer.number(),
                transfer.direction(),
                transfer.direction().title(),
                transfer.scheme(),
                in ? transfer.otherPlace() : transfer.area().code(),
                in ? transfer.area().code() : transfer.otherPlace(),
                transfer.claimedFrom(),
                transfer.claimedTo(),
                progress.state(),
                progress.state().title(),
                progress.since(),
                progress.dueOn(),
                isOverdue(progress, today),
                Office.of(transfer),
                arrived.informationOn(),
                arrived.moneyOn(),
                information == null ? null : information.months().size(),
                amount == null ? null : amount.account(),
                amount == null ? null : amount.pool(),
                arrived.moneys().isEmpty() ? null : arrived.money(),
                arrived.moneys().isEmpty() || amount == null ? null : arrived.difference(),
                arrived.release() == null ? null : arrived.release().refund(),
                arrived.doubles(),
                amount == null
                        ? List.of()
                        : amount.policies().stream().map(SheetView.Policy::of).toList(),
                progress.steps().stream().map(step -> StepView.of(step, staff)).toList(),
                staff ? CaseView.staff(transfer.file(), today) : CaseView.own(transfer.file(), today),
                staff ? transfer.person() : null,
                staff ? transfer.proposal() : null);
    }

    static boolean isOverdue(Progress progress, LocalDate today) {
        LocalDate due = progress.dueOn();
        return due != null && today.isAfter(due);
    }
}
