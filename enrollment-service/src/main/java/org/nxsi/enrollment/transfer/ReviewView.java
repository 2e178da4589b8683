package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an application (审核结果).
 *
 * @param reason why it was not accepted or was sent back; absent otherwise
 * @param on the day of the result; absent while there is none
 */
record ReviewView(
        String number,
        Result result,
        String resultTitle,
        @Nullable String reason,
        @Nullable LocalDate on,
        @Nullable LocalDate dueOn) {

    /** How it ended. */
    enum Result {
        PENDING("审核中"),
        ACCEPTED("审核通过"),
        REJECTED("审核不通过"),
        RETURNED("审核通过后退回"),
        WITHDRAWN("已撤回");

        private final String title;

        Result(String title) {
            this.title = title;
        }
    }

    static ReviewView of(Transfer transfer) {
        TransferState passed = switch (transfer.direction()) {
            case IN -> TransferState.LETTER_SENT;
            case OUT -> TransferState.ACCEPTED;
        };
        Progress.Step pass = transfer.progress().steps().stream()
                .filter(each -> each.state() == passed)
                .findFirst()
                .orElse(null);
        Progress.Step last = transfer.progress().last();
        return switch (last.state()) {
            case RETURNED -> view(transfer, pass == null ? Result.REJECTED : Result.RETURNED, last.remark(), last.on());
            case WITHDRAWN -> view(transfer, Result.WITHDRAWN, null, last.on());
            case APPLIED,
                    ACCEPTED,
                    LETTER_SENT,
                    HANDLING,
                    INFORMATION_ARRIVED,
                    MONEY_ARRIVED,
                    BOTH_ARRIVED,
                    HELD,
                    COMPLETED ->
                pass == null
                        ? new ReviewView(
                                transfer.number(),
                                Result.PENDING,
                                Result.PENDING.title,
                                null,
                                null,
                                transfer.progress().dueOn())
                        : view(transfer, Result.ACCEPTED, null, pass.on());
        };
    }

    private static ReviewView view(Transfer transfer, Result result, @Nullable String reason, LocalDate on) {
        return new ReviewView(transfer.number(), result, result.title, reason, on, null);
    }
}
