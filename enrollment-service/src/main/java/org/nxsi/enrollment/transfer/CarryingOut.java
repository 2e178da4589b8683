package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.nxsi.enrollment.account.AccountState;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.account.Cause;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.StopReason;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/**
 * What a written step brings about in accounts and relations, and then that it is done. Every part of it is done once,
 * however often it is taken up: the case's number is the reference of all of it.
 */
@Component
class CarryingOut {

    private static final Scheme SCHEME = Scheme.EMPLOYEE_PENSION;

    private final TransferFiles transfers;
    private final Accounts accounts;
    private final Relations relations;
    private final OwnRecord record;
    private final MovedAmount amounts;
    private final StepDays days;

    CarryingOut(
            TransferFiles transfers,
            Accounts accounts,
            Relations relations,
            OwnRecord record,
            MovedAmount amounts,
            StepDays days) {
        this.transfers = transfers;
        this.accounts = accounts;
        this.relations = relations;
        this.record = record;
        this.amounts = amounts;
        this.days = days;
    }

    /** @return the transfer after it; itself if nothing is left to do */
    Transfer carryOut(Transfer transfer) {
        Todo todo = transfer.todo();
        return todo == null
                ? transfer
                : switch (todo) {
                    case BOOK -> book(transfer);
                    case SEAL -> seal(transfer);
                    case SEND -> send(transfer);
                    case RESTORE -> restore(transfer);
                };
    }

    private Transfer book(Transfer transfer) {
        Fen credit = transfer.arrived().toCredit();
        if (credit.isPositive()) {
            accounts.transferIn(transfer.person(), SCHEME, credit, cause(transfer, "in", "养老保险关系转入"));
        }
        String by = transfer.progress().last().by();
        return transfers.change(
                transfer.id(),
                now -> now.todo() == Todo.BOOK
                        ? WrongTurn.taken(now, TransferRule.complete(now, days.mark(now.area(), by)))
                        : now);
    }

    private Transfer seal(Transfer transfer) {
        if (accounts.find(transfer.person(), SCHEME).isPresent()) {
            accounts.freeze(transfer.person(), SCHEME, cause(transfer, "seal", "养老保险关系转出，账户封存"));
        }
        return done(transfer, Todo.SEAL);
    }

    private Transfer send(Transfer transfer) {
        Sent sent = sent(transfer);
        int n = 0;
        for (Sent.EndedRelation each : sent.ended()) {
            RelationChange stop = RelationChange.stop(
                    each.person(), Set.of(SCHEME), each.payer(), each.last(), StopReason.MOVED_AWAY);
            order(transfer, "stop-" + n++, each, stop);
        }
        Fen amount = accounts.find(transfer.person(), SCHEME).isPresent()
                ? accounts.transferOut(transfer.person(), SCHEME, cause(transfer, "out", "养老保险关系转出"))
                : Fen.ZERO;
        Information information = record.information(transfer.person(), amount, sent.on());
        Expected worth = amounts.of(information, transfer.area(), sent.on());
        return transfers.change(
                transfer.id(),
                now -> now.todo() == Todo.SEND
                        ? now.with(sent(now).with(information, worth)).todo(null)
                        : now);
    }

    private Transfer restore(Transfer transfer) {
        Sent sent = transfer.sent();
        if (sent == null) {
            if (accounts.find(transfer.person(), SCHEME)
                    .filter(each -> each.state() == AccountState.SEALED)
                    .isPresent()) {
                accounts.thaw(transfer.person(), SCHEME, cause(transfer, "thaw", "转出被退回，账户解封"));
            }
            return done(transfer, Todo.RESTORE);
        }
        Expected worth = sent.amount();
        if (worth != null && worth.account().isPositive()) {
            accounts.transferIn(transfer.person(), SCHEME, worth.account(), cause(transfer, "back", "转出被退回，账户恢复"));
        }
        int n = 0;
        for (Sent.EndedRelation each : sent.ended()) {
            RelationChange start = RelationChange.start(
                    each.person(),
                    Set.of(SCHEME),
                    each.payer(),
                    each.area(),
                    each.last().next(),
                    each.hiredOn());
            order(transfer, "start-" + n++, each, start);
        }
        return done(transfer, Todo.RESTORE);
    }

    /** A relation that others have ended, or begun, meanwhile stays as they left it. */
    private void order(Transfer transfer, String name, Sent.EndedRelation relation, RelationChange change) {
        relations.carryOut(new Order(
                transfer.number() + "-" + name,
                relation.area(),
                transfer.progress().last().by(),
                Channel.SYSTEM,
                List.of(change)));
    }

    private Transfer done(Transfer transfer, Todo todo) {
        return transfers.change(transfer.id(), now -> now.todo() == todo ? now.todo(null) : now);
    }

    private static Sent sent(Transfer transfer) {
        Sent sent = transfer.sent();
        if (sent == null) {
            throw new IllegalStateException("nothing is to be sent of " + transfer.number());
        }
        return sent;
    }

    private static Cause cause(Transfer transfer, String what, String ground) {
        LocalDate on = transfer.progress().last().on();
        return new Cause(
                "transfer/" + transfer.number() + "/" + what,
                ground + " " + transfer.number(),
                transfer.progress().last().by(),
                on);
    }
}
