package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Takes in what the other place says: letter, information and money, in whatever order they come. */
@Component
class HearingOtherPlace {

    private final TransferFiles transfers;
    private final CarryingOut carryingOut;
    private final OwnRecord record;
    private final MovedAmount amounts;
    private final StepDays days;
    private final BusinessClock clock;

    HearingOtherPlace(
            TransferFiles transfers,
            CarryingOut carryingOut,
            OwnRecord record,
            MovedAmount amounts,
            StepDays days,
            BusinessClock clock) {
        this.transfers = transfers;
        this.carryingOut = carryingOut;
        this.record = record;
        this.amounts = amounts;
        this.days = days;
        this.clock = clock;
    }

    Transfer letter(Transfer transfer, Told.Letter letter, String by) {
        Message message = Told.message(letter.messageId(), Message.Kind.LETTER, letter, clock.today());
        Mark mark = days.mark(transfer.area(), by);
        if (Boolean.TRUE.equals(letter.returned())) {
            String reason = Told.text("reason", letter.reason());
            return carryingOut.carryOut(transfers.change(
                    transfer.id(),
                    now -> WrongTurn.taken(now, TransferRule.returnedByOther(now, message, reason, mark))));
        }
        return transfers.change(transfer.id(), now -> WrongTurn.taken(now, TransferRule.letter(now, message, mark)));
    }

    Transfer information(Transfer transfer, Told.InformationTable table, String by) {
        Message message = Told.message(table.messageId(), Message.Kind.INFORMATION, table, clock.today());
        Mark mark = days.mark(transfer.area(), by);
        return switch (transfer.direction()) {
            case IN -> {
                Information told = information(table);
                Expected expected = amounts.of(told, transfer.area(), mark.on());
                List<Month> doubles = record.doubles(transfer.person(), told.months());
                yield carryingOut.carryOut(transfers.change(
                        transfer.id(),
                        now -> WrongTurn.taken(
                                now, TransferRule.information(now, told, expected, doubles, message, mark))));
            }
            case OUT -> {
                if (!table.isReceipt()) {
                    throw Problem.badRequest("invalid-field", "months", "转出业务的信息由本地发出，此处只收回执")
                            .exception();
                }
                yield transfers.change(
                        transfer.id(), now -> WrongTurn.taken(now, SendingRule.receipt(now, null, message, mark)));
            }
        };
    }

    Transfer money(Transfer transfer, Told.MoneyNote note, String by) {
        Message message = Told.message(note.messageId(), Message.Kind.MONEY, note, clock.today());
        Fen amount = note.amount();
        if (amount == null || !amount.isPositive()) {
            throw Problem.badRequest("invalid-amount", "amount", "more than 0.00")
                    .exception();
        }
        Mark mark = days.mark(transfer.area(), by);
        return switch (transfer.direction()) {
            case IN -> {
                LocalDate on = note.arrivedOn() == null ? mark.on() : note.arrivedOn();
                if (on.isAfter(mark.on())
                        || on.isBefore(transfer.file().history().getFirst().on())) {
                    throw Problem.badRequest("invalid-field", "arrivedOn", "between the application and today")
                            .exception();
                }
                Money money = new Money(message.id(), amount, on);
                yield carryingOut.carryOut(transfers.change(
                        transfer.id(), now -> WrongTurn.taken(now, TransferRule.money(now, money, message, mark))));
            }
            case OUT ->
                transfers.change(
                        transfer.id(), now -> WrongTurn.taken(now, SendingRule.receipt(now, amount, message, mark)));
        };
    }

    private Information information(Told.InformationTable table) {
        if (table.months() == null || table.years() == null || table.account() == null) {
            String missing = table.months() == null ? "months" : table.years() == null ? "years" : "account";
            throw Problem.badRequest("missing-field", missing, "months, years and account")
                    .exception();
        }
        if (table.months().stream().anyMatch(each -> each == null || each.month() == null || each.base() == null)
                || table.years().stream().anyMatch(each -> each == null || each.account() == null)) {
            throw Problem.badRequest("missing-field", "months", "month and base, year and account of each")
                    .exception();
        }
        Information told =
                new Information(table.months(), table.years(), Objects.requireNonNull(table.account(), "account"));
        Information.Fault fault = told.fault(clock.month());
        if (fault != null) {
            throw Problem.of(422, fault.code(), fault.detail())
                    .at(fault.field())
                    .exception();
        }
        return told;
    }
}
