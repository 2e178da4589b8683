package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.Spell;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The steps that are done here: by staff, and by the applicant. */
@Component
class HandlingTransfers {

    private final TransferFiles transfers;
    private final CarryingOut carryingOut;
    private final Accounts accounts;
    private final Relations relations;
    private final StepDays days;
    private final PolicyData policies;
    private final BusinessClock clock;

    HandlingTransfers(
            TransferFiles transfers,
            CarryingOut carryingOut,
            Accounts accounts,
            Relations relations,
            StepDays days,
            PolicyData policies,
            BusinessClock clock) {
        this.transfers = transfers;
        this.carryingOut = carryingOut;
        this.accounts = accounts;
        this.relations = relations;
        this.days = days;
        this.policies = policies;
        this.clock = clock;
    }

    /** Accepts, with papers to follow (容缺) or without; where a main paper is missing, asks for all that is missing at once. */
    Transfer accept(Transfer transfer, List<Paper> missing, @Nullable LocalDate supplyBy, String by) {
        LocalDate today = clock.today();
        LocalDate last = supplyBy == null ? today : supplyBy;
        if (missing.stream().noneMatch(Paper::main)) {
            return transfers.change(
                    transfer.id(),
                    now -> WrongTurn.taken(now, TransferRule.accept(now, missing, last, days.mark(now.area(), by))));
        }
        int noticeDays = policies.find("case.one_notice_days", transfer.area(), PolicyData.ALL_SCHEMES, today)
                .integer();
        return transfers.change(transfer.id(), now -> {
            CaseFile asked =
                    Handled.file(now.file().askForPapers(missing, last, noticeDays, WorkingDays.official(), today, by));
            return now.with(asked, now.progress().due(null));
        });
    }

    /** Papers arrive; when the last main one is there, the time of the review goes on. */
    Transfer supply(Transfer transfer, Set<String> codes, String by) {
        LocalDate today = clock.today();
        return transfers.change(transfer.id(), now -> {
            CaseFile supplied = Handled.file(now.file().supply(codes, today, by));
            return now.state() == TransferState.APPLIED
                    ? now.with(
                            supplied,
                            now.progress().due(CaseView.own(supplied, today).dueOn()))
                    : now.with(supplied);
        });
    }

    Transfer sendLetter(Transfer transfer, String by) {
        return transfers.change(
                transfer.id(), now -> WrongTurn.taken(now, TransferRule.sendLetter(now, days.mark(now.area(), by))));
    }

    /** Of a transfer out: the record is looked at, the account is sealed. */
    Transfer handle(Transfer transfer, String by) {
        accounts.find(transfer.person(), Scheme.EMPLOYEE_PENSION).ifPresent(account -> {
            boolean movable = switch (account.state()) {
                case INITIAL, NORMAL, TRANSFERRED -> true;
                case SEALED -> transfer.state() == TransferState.HANDLING;
                case ENDED, RETIRED -> false;
            };
            if (!movable) {
                throw Problem.conflict("account-state", "个人账户" + account.state().title() + "，不能转出")
                        .with("accountState", account.state())
                        .exception();
            }
        });
        return carryingOut.carryOut(transfers.change(
                transfer.id(), now -> WrongTurn.taken(now, SendingRule.handle(now, days.mark(now.area(), by)))));
    }

    /** Of a transfer out: another person sends information and money, and what runs here ends. */
    Transfer send(Transfer transfer, String by) {
        List<Sent.EndedRelation> ended = running(transfer);
        return carryingOut.carryOut(transfers.change(
                transfer.id(), now -> WrongTurn.taken(now, SendingRule.send(now, ended, days.mark(now.area(), by)))));
    }

    Transfer propose(Transfer transfer, Proposal proposal) {
        boolean unsaid = proposal.kind() == Proposal.Kind.RELEASE
                && proposal.refund() == null
                && !transfer.arrived().doubles().isEmpty();
        if (unsaid) {
            throw Problem.badRequest("missing-field", "refund", "有重复缴费月份，须填写清退金额")
                    .exception();
        }
        return transfers.change(transfer.id(), now -> WrongTurn.taken(now, TransferRule.propose(now, proposal)));
    }

    Transfer decide(Transfer transfer, boolean agreed, String by) {
        return carryingOut.carryOut(transfers.change(
                transfer.id(),
                now -> WrongTurn.taken(now, TransferRule.decide(now, agreed, days.mark(now.area(), by)))));
    }

    Transfer withdraw(Transfer transfer, String by) {
        return transfers.change(
                transfer.id(), now -> WrongTurn.taken(now, TransferRule.withdraw(now, days.mark(now.area(), by))));
    }

    /** What runs under 110 ends with the month before the new place's letter came, but not before it began. */
    private List<Sent.EndedRelation> running(Transfer transfer) {
        Month last = Month.of(transfer.progress().since()).plus(-1);
        List<Sent.EndedRelation> running = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Relation each : relations.ofPerson(transfer.person())) {
            Spell spell = each.spells().getLast();
            if (each.scheme() == Scheme.EMPLOYEE_PENSION && spell.runs() && seen.add(each.id())) {
                running.add(new Sent.EndedRelation(
                        each.person(),
                        each.payer(),
                        each.area(),
                        last.isBefore(spell.from()) ? spell.from() : last,
                        spell.hiredOn()));
            }
        }
        return running;
    }
}
