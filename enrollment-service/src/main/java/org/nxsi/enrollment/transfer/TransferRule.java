package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.transfer.Turn.AlreadySo;
import org.nxsi.enrollment.transfer.Turn.Changed;
import org.nxsi.enrollment.transfer.Turn.Refused;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * The steps of a transfer: each only from where it is lawful, the same again is harmless, anything else is refused by name
 * and changes nothing.
 */
final class TransferRule {

    private TransferRule() {}

    static Turn accept(Transfer transfer, List<Paper> missing, LocalDate supplyBy, Mark mark) {
        if (repeats(transfer, TransferState.ACCEPTED, mark)) {
            return new AlreadySo();
        }
        if (transfer.state() != TransferState.APPLIED) {
            return wrongStep(transfer, Move.ACCEPT);
        }
        CaseFile file =
                TransferCase.accepted(transfer.direction(), transfer.file(), missing, supplyBy, mark.on(), mark.by());
        return moved(transfer.with(file), Move.ACCEPT, missing.isEmpty() ? "受理" : "容缺受理", mark);
    }

    /** The contact letter leaves; who accepted the application does not send it. */
    static Turn sendLetter(Transfer transfer, Mark mark) {
        if (repeats(transfer, TransferState.LETTER_SENT, mark)) {
            return new AlreadySo();
        }
        if (transfer.direction() != Direction.IN || transfer.state() != TransferState.ACCEPTED) {
            return wrongStep(transfer, Move.LETTER);
        }
        if (mark.by().equals(transfer.progress().doneBy(TransferState.ACCEPTED))) {
            return samePerson("受理人不能同时发出联系函");
        }
        CaseFile file = TransferCase.letter(Direction.IN, transfer.file(), mark.on(), mark.by());
        return moved(transfer.with(file), Move.LETTER, "联系函已发往转出地", mark);
    }

    /** Of a transfer in, the old place says that it works on it; of a transfer out, the new place's letter comes in. */
    static Turn letter(Transfer transfer, Message message, Mark mark) {
        Turn known = known(transfer, message);
        if (known != null) {
            return known;
        }
        return switch (transfer.direction()) {
            case IN -> moved(transfer.with(transfer.arrived().and(message)), Move.HANDLE, "转出地已接收联系函", mark);
            case OUT -> {
                if (transfer.state() != TransferState.ACCEPTED) {
                    yield wrongStep(transfer, Move.LETTER);
                }
                CaseFile file = TransferCase.letter(Direction.OUT, transfer.file(), mark.on(), mark.by());
                yield moved(transfer.with(file).with(transfer.arrived().and(message)), Move.LETTER, "收到转入地联系函", mark);
            }
        };
    }

    /** The other place sends it back. */
    static Turn returnedByOther(Transfer transfer, Message message, String reason, Mark mark) {
        Turn known = known(transfer, message);
        if (known != null) {
            return known;
        }
        if (transfer.state() == TransferState.APPLIED) {
            return wrongStep(transfer, Move.RETURN);
        }
        return returned(transfer.with(transfer.arrived().and(message)), reason, mark);
    }

    static Turn information(
            Transfer transfer, Information told, Expected expected, List<Month> doubles, Message message, Mark mark) {
        Turn known = known(transfer, message);
        if (known != null) {
            return known;
        }
        Arrived arrived = transfer.arrived().and(message).with(told, expected, doubles, mark.on());
        return compared(moved(transfer.with(arrived), Move.INFORMATION, "信息已到", mark), mark);
    }

    static Turn money(Transfer transfer, Money money, Message message, Mark mark) {
        Turn known = known(transfer, message);
        if (known != null) {
            return known;
        }
        if (transfer.arrived().moneys().size() == Arrived.MOST_MONEYS) {
            return new Refused("transfer-full", "一次转移最多登记" + Arrived.MOST_MONEYS + "笔资金");
        }
        Arrived arrived = transfer.arrived().and(message).with(money, mark.on());
        return compared(moved(transfer.with(arrived), Move.MONEY, "资金已到", mark), mark);
    }

    static Turn propose(Transfer transfer, Proposal proposal) {
        Proposal open = transfer.proposal();
        if (proposal.equals(open)) {
            return new AlreadySo();
        }
        if (open != null) {
            return new Refused("proposal-open", "另有意见待复核");
        }
        Move move = proposal.kind() == Proposal.Kind.RETURN ? Move.RETURN : Move.RELEASE;
        if (transfer.state().after(move).isEmpty()) {
            return wrongStep(transfer, move);
        }
        Fen refund = proposal.refund();
        Expected expected = transfer.arrived().expected();
        if (refund != null && (expected == null || refund.compareTo(expected.account()) > 0)) {
            return new Refused("refund-too-large", "清退金额不能超过个人账户储存额");
        }
        return new Changed(transfer.proposed(proposal));
    }

    /** Another person decides on what was proposed. */
    static Turn decide(Transfer transfer, boolean agreed, Mark mark) {
        Proposal open = transfer.proposal();
        if (open == null) {
            return new Refused("no-proposal", "没有待复核的意见");
        }
        if (open.by().equals(mark.by())) {
            return samePerson("提出意见的人不能自行复核");
        }
        Transfer decided = transfer.proposed(null);
        if (!agreed) {
            return new Changed(decided);
        }
        return switch (open.kind()) {
            case RETURN -> returned(decided, open.reason(), mark);
            case RELEASE -> {
                Fen refund = open.refund() == null ? Fen.ZERO : open.refund();
                Arrived released = decided.arrived()
                        .released(new Arrived.Release(refund, open.reason(), open.by(), mark.by(), mark.on()));
                yield compared(moved(decided.with(released), Move.RELEASE, open.reason(), mark), mark);
            }
        };
    }

    static Turn withdraw(Transfer transfer, Mark mark) {
        if (transfer.state() == TransferState.WITHDRAWN) {
            return new AlreadySo();
        }
        if (transfer.state().after(Move.WITHDRAW).isEmpty()) {
            return wrongStep(transfer, Move.WITHDRAW);
        }
        CaseFile file = Handled.file(transfer.file().withdraw(mark.on(), mark.by()));
        return moved(transfer.with(file), Move.WITHDRAW, "申请人撤回", mark);
    }

    /** All that had to be brought about elsewhere is done. */
    static Turn complete(Transfer transfer, Mark mark) {
        if (transfer.state() != TransferState.BOTH_ARRIVED) {
            return wrongStep(transfer, Move.COMPLETE);
        }
        CaseFile file = TransferCase.completed(transfer.file(), mark.on(), mark.by());
        return moved(transfer.with(file).todo(null), Move.COMPLETE, "关系接续完成", mark);
    }

    private static Turn returned(Transfer transfer, String reason, Mark mark) {
        if (transfer.todo() != null) {
            return busy();
        }
        if (transfer.state().after(Move.RETURN).isEmpty()) {
            return wrongStep(transfer, Move.RETURN);
        }
        boolean sealed =
                transfer.direction() == Direction.OUT && transfer.progress().doneBy(TransferState.HANDLING) != null;
        CaseFile file = TransferCase.returned(transfer.file(), reason, mark.on(), mark.by());
        Turn turn = moved(transfer.with(file), Move.RETURN, reason, mark);
        return sealed && turn instanceof Changed(Transfer next) ? new Changed(next.todo(Todo.RESTORE)) : turn;
    }

    /** When both are there: booked if they agree, held for people if not. */
    private static Turn compared(Turn turn, Mark mark) {
        if (!(turn instanceof Changed(Transfer next)) || next.state() != TransferState.BOTH_ARRIVED) {
            return turn;
        }
        if (next.arrived().agrees()) {
            return new Changed(next.todo(Todo.BOOK));
        }
        Fen difference = next.arrived().difference();
        String why =
                difference.isZero() ? "有" + next.arrived().doubles().size() + "个月与本地缴费重复" : "资金与应转金额相差 " + difference;
        return moved(next, Move.HOLD, why, mark);
    }

    static Turn moved(Transfer transfer, Move move, String remark, Mark mark) {
        if (transfer.todo() != null) {
            return busy();
        }
        TransferState next = transfer.state().after(move).orElse(null);
        if (next == null) {
            return wrongStep(transfer, move);
        }
        Progress before = transfer.progress();
        if (before.steps().size() >= Progress.MOST_STEPS - 1) {
            return new Refused("transfer-full", "环节过多");
        }
        Progress.Step step = new Progress.Step(next, mark.on(), mark.by(), remark);
        boolean samePart = part(transfer, before.state()) == part(transfer, next);
        Progress after = !next.isOpen()
                ? before.and(step, mark.on(), null)
                : samePart ? before.and(step, before.since(), before.dueOn()) : before.and(step, mark.on(), mark.due());
        Transfer stepped = transfer.with(transfer.file(), after);
        return new Changed(next.isOpen() ? stepped : stepped.proposed(null));
    }

    /** The parts of the way with 15 working days each: the review, the other place's work, the booking. */
    private static int part(Transfer transfer, TransferState state) {
        return switch (state) {
            case APPLIED -> 0;
            case ACCEPTED -> transfer.direction() == Direction.IN ? 0 : 1;
            case LETTER_SENT, HANDLING, INFORMATION_ARRIVED, MONEY_ARRIVED -> transfer.sent() == null ? 2 : 3;
            case BOTH_ARRIVED, HELD -> 4;
            case COMPLETED, RETURNED, WITHDRAWN -> 5;
        };
    }

    /** The same step said again by whoever did it. */
    static boolean repeats(Transfer transfer, TransferState state, Mark mark) {
        return transfer.state() == state && transfer.progress().last().by().equals(mark.by());
    }

    static @Nullable Turn known(Transfer transfer, Message message) {
        Message before = transfer.arrived().message(message.id());
        if (before != null) {
            return before.kind() == message.kind() && before.digest().equals(message.digest())
                    ? new AlreadySo()
                    : new Refused("message-differs", "同一报文编号的内容与此前不同");
        }
        return transfer.arrived().messages().size() < Arrived.MOST_MESSAGES
                ? null
                : new Refused("transfer-full", "一次转移最多" + Arrived.MOST_MESSAGES + "份报文");
    }

    static Refused samePerson(String detail) {
        return new Refused("same-person", detail);
    }

    static Refused busy() {
        return new Refused("transfer-busy", "上一环节正在处理，请稍后再试");
    }

    static Refused wrongStep(Transfer transfer, Move move) {
        String wanted = switch (move) {
            case ACCEPT -> "受理";
            case LETTER -> "办理联系函";
            case HANDLE -> "原地办理";
            case INFORMATION -> "登记信息";
            case MONEY -> "登记资金";
            case HOLD, RELEASE -> "核对放行";
            case COMPLETE -> "办结";
            case RETURN -> "退回";
            case WITHDRAW -> "撤回";
        };
        return new Refused("wrong-step", "当前环节“" + transfer.state().title() + "”不能" + wanted);
    }
}
