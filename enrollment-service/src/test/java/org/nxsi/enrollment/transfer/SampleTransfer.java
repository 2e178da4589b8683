package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseNumber;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Transfers and messages for the rules' tests. */
final class SampleTransfer {

    static final LocalDate DAY = LocalDate.of(2020, 2, 10);
    static final LocalDate DUE = LocalDate.of(2020, 3, 2);
    static final AreaCode AREA = AreaCode.parse("640104");

    private SampleTransfer() {}

    static Transfer applied(Direction direction) {
        PersonId person = PersonId.of("0123456789abcdef0123456789abcdef", SocialNumber.parse("640104196002290011"));
        CaseFile file =
                CaseFile.submitted(new CaseNumber(AREA, DAY, 1), TransferCase.ITEM, person.value(), 15, DAY, "citizen");
        return new Transfer(
                Transfer.idOf(person, 1),
                "command",
                person,
                direction,
                Scheme.EMPLOYEE_PENSION,
                AREA,
                "610100",
                null,
                null,
                file,
                new Progress(
                        TransferState.APPLIED,
                        DAY,
                        DUE,
                        List.of(new Progress.Step(TransferState.APPLIED, DAY, "citizen", "网上申请"))),
                Arrived.NOTHING,
                null,
                null,
                null,
                1);
    }

    static Mark by(String who) {
        return new Mark(DAY, who, DUE);
    }

    static Message message(String id, Message.Kind kind, String digest) {
        return new Message(id, kind, digest, DAY);
    }

    /** Twelve months of 2018 on 3,900.00 with 3,744.00 on the account. */
    static Information information() {
        Month january = Month.parse("2018-01");
        return new Information(
                IntStream.range(0, 12)
                        .mapToObj(i -> new MonthBase(january.plus(i), Fen.ofYuan("3900.00")))
                        .toList(),
                List.of(new YearAccount(2018, Fen.ofYuan("3744.00"))),
                Fen.ofYuan("3744.00"));
    }

    static Expected expected() {
        return new Expected(Fen.ofYuan("3744.00"), Fen.ofYuan("5616.00"), List.of());
    }

    static Turn informationIn(Transfer transfer) {
        return TransferRule.information(
                transfer,
                information(),
                expected(),
                List.of(),
                message("info-1", Message.Kind.INFORMATION, "a"),
                by("agency"));
    }

    static Turn moneyIn(Transfer transfer, String id, String amount) {
        return TransferRule.money(
                transfer,
                new Money(id, Fen.ofYuan(amount), DAY),
                message(id, Message.Kind.MONEY, amount),
                by("agency"));
    }

    static Transfer after(Transfer before, Turn turn) {
        return WrongTurn.taken(before, turn);
    }

    /** A transfer in whose letter has left. */
    static Transfer letterSent() {
        Transfer applied = applied(Direction.IN);
        Transfer accepted = after(applied, TransferRule.accept(applied, List.of(), DAY, by("clerk")));
        return after(accepted, TransferRule.sendLetter(accepted, by("reviewer")));
    }
}
