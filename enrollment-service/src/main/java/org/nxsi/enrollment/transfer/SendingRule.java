package org.nxsi.enrollment.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.transfer.Turn.AlreadySo;
import org.nxsi.enrollment.transfer.Turn.Changed;
import org.nxsi.enrollment.transfer.Turn.Refused;
import org.nxsi.platform.money.Fen;

/** The steps that only a transfer out has: taken up, sent by another person, and received there. */
final class SendingRule {

    private SendingRule() {}

    /** Of a transfer out: the new place has the information, or the money. */
    static Turn receipt(Transfer transfer, @Nullable Fen amount, Message message, Mark mark) {
        Turn known = TransferRule.known(transfer, message);
        if (known != null) {
            return known;
        }
        Sent sent = transfer.sent();
        Expected worth = sent == null ? null : sent.amount();
        if (worth == null) {
            return new Refused("nothing-sent", "信息和资金尚未转出");
        }
        if (amount != null && !amount.equals(worth.total())) {
            return new Refused("amount-differs", "回执金额 " + amount + " 与转出金额 " + worth.total() + " 不符");
        }
        Arrived told = transfer.arrived().and(message);
        Turn turn = amount == null
                ? TransferRule.moved(
                        transfer.with(told.informationReceipt(mark.on())), Move.INFORMATION, "转入地已收到信息", mark)
                : TransferRule.moved(transfer.with(told.moneyReceipt(mark.on())), Move.MONEY, "转入地已收到资金", mark);
        return turn instanceof Changed(Transfer next) && next.state() == TransferState.BOTH_ARRIVED
                ? TransferRule.complete(next, mark)
                : turn;
    }

    /** Of a transfer out: a clerk takes it up, and the account is sealed until it is sent. */
    static Turn handle(Transfer transfer, Mark mark) {
        if (TransferRule.repeats(transfer, TransferState.HANDLING, mark)) {
            return new AlreadySo();
        }
        if (transfer.direction() != Direction.OUT) {
            return TransferRule.wrongStep(transfer, Move.HANDLE);
        }
        Turn turn = TransferRule.moved(transfer, Move.HANDLE, "核对权益，个人账户封存", mark);
        return turn instanceof Changed(Transfer next) ? new Changed(next.todo(Todo.SEAL)) : turn;
    }

    /** Of a transfer out: another person sends it. */
    static Turn send(Transfer transfer, List<Sent.EndedRelation> ended, Mark mark) {
        Sent before = transfer.sent();
        if (before != null) {
            return before.by().equals(mark.by()) && before.on().equals(mark.on())
                    ? new AlreadySo()
                    : TransferRule.wrongStep(transfer, Move.HANDLE);
        }
        if (transfer.todo() != null) {
            return TransferRule.busy();
        }
        if (transfer.direction() != Direction.OUT || transfer.state() != TransferState.HANDLING) {
            return new Refused("wrong-step", "当前环节“" + transfer.state().title() + "”不能转出信息和资金");
        }
        if (mark.by().equals(transfer.progress().doneBy(TransferState.HANDLING))) {
            return TransferRule.samePerson("核对人不能同时批准转出");
        }
        Progress.Step step = new Progress.Step(TransferState.HANDLING, mark.on(), mark.by(), "信息和资金转出");
        Progress progress = transfer.progress().and(step, mark.on(), mark.due());
        return new Changed(transfer.with(TransferCase.sent(transfer.file(), mark.on(), mark.by()), progress)
                .with(new Sent(mark.on(), mark.by(), ended, null, null))
                .todo(Todo.SEND));
    }
}
