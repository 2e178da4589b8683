package org.nxsi.enrollment.transfer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a transfer stands (申请→受理→联系函已发→原地办理→信息到→资金到→接续完成, or 退回). Information and money arrive in either order.
 */
public enum TransferState {
    APPLIED("申请"),
    ACCEPTED("受理"),
    LETTER_SENT("联系函已发"),
    HANDLING("原地办理"),
    INFORMATION_ARRIVED("信息到"),
    MONEY_ARRIVED("资金到"),
    /** Both are there, and are compared and booked: no longer than that takes. */
    BOTH_ARRIVED("信息资金到"),
    /** Both are there and do not agree, or months are double. */
    HELD("信息资金待核对"),
    COMPLETED("接续完成"),
    RETURNED("退回"),
    WITHDRAWN("已撤回");

    private final String title;

    TransferState(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return switch (this) {
            case APPLIED, ACCEPTED, LETTER_SENT, HANDLING, INFORMATION_ARRIVED, MONEY_ARRIVED, BOTH_ARRIVED, HELD ->
                true;
            case COMPLETED, RETURNED, WITHDRAWN -> false;
        };
    }

    /** The state that a move leads to; empty if it is not lawful here. */
    Optional<TransferState> after(Move move) {
        return Optional.ofNullable(moves().get(move));
    }

    private Map<Move, TransferState> moves() {
        Map<Move, TransferState> moves = new EnumMap<>(Move.class);
        switch (this) {
            case APPLIED -> {
                moves.put(Move.ACCEPT, ACCEPTED);
                moves.put(Move.RETURN, RETURNED);
                moves.put(Move.WITHDRAW, WITHDRAWN);
            }
            case ACCEPTED -> {
                moves.put(Move.LETTER, LETTER_SENT);
                moves.put(Move.RETURN, RETURNED);
                moves.put(Move.WITHDRAW, WITHDRAWN);
            }
            case LETTER_SENT -> {
                moves.put(Move.HANDLE, HANDLING);
                moves.put(Move.INFORMATION, INFORMATION_ARRIVED);
                moves.put(Move.MONEY, MONEY_ARRIVED);
                moves.put(Move.RETURN, RETURNED);
            }
            case HANDLING -> {
                moves.put(Move.INFORMATION, INFORMATION_ARRIVED);
                moves.put(Move.MONEY, MONEY_ARRIVED);
                moves.put(Move.RETURN, RETURNED);
            }
            case INFORMATION_ARRIVED -> {
                moves.put(Move.MONEY, BOTH_ARRIVED);
                moves.put(Move.RETURN, RETURNED);
            }
            case MONEY_ARRIVED -> {
                moves.put(Move.INFORMATION, BOTH_ARRIVED);
                moves.put(Move.RETURN, RETURNED);
            }
            case BOTH_ARRIVED -> {
                moves.put(Move.HOLD, HELD);
                moves.put(Move.COMPLETE, COMPLETED);
            }
            case HELD -> {
                moves.put(Move.INFORMATION, BOTH_ARRIVED);
                moves.put(Move.MONEY, BOTH_ARRIVED);
                moves.put(Move.RELEASE, BOTH_ARRIVED);
                moves.put(Move.RETURN, RETURNED);
            }
            case COMPLETED, RETURNED, WITHDRAWN -> {}
        }
        return moves;
    }
}
