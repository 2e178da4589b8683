package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a transfer is (转移进度): the step, the days, what has come, and who has it. */
record ProgressView(
        String number,
        Direction direction,
        TransferState state,
        String stateTitle,
        LocalDate since,
        @Nullable LocalDate dueOn,
        boolean overdue,
        boolean informationArrived,
        @Nullable LocalDate informationOn,
        boolean moneyArrived,
        @Nullable LocalDate moneyOn,
        String office,
        List<TransferView.StepView> steps) {

    static ProgressView of(Transfer transfer, LocalDate today) {
        Progress progress = transfer.progress();
        Arrived arrived = transfer.arrived();
        return new ProgressView(
                transfer.number(),
                transfer.direction(),
                progress.state(),
                progress.state().title(),
                progress.since(),
                progress.dueOn(),
                TransferView.isOverdue(progress, today),
                arrived.informationOn() != null,
                arrived.informationOn(),
                arrived.moneyOn() != null,
                arrived.moneyOn(),
                Office.of(transfer),
                progress.steps().stream()
                        .map(step -> TransferView.StepView.of(step, false))
                        .toList());
    }
}
