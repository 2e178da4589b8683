package org.nxsi.enrollment.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** The months that other places have handed over: part of a person's record as their own are. */
@Component
public class TransferredMonths {

    private final TransferFiles transfers;
    private final PersonRegister register;

    TransferredMonths(TransferFiles transfers, PersonRegister register) {
        this.transfers = transfers;
        this.register = register;
    }

    /**
     * A month that was paid elsewhere.
     *
     * @param base of its contributions (缴费基数)
     * @param place six digits of GB/T 2260: where it was paid
     * @param number of the transfer
     */
    public record TransferredMonth(Scheme scheme, Month month, Fen base, String place, String number) {}

    /** Ascending; what has moved on to another place since is not among them. */
    public List<TransferredMonth> ofPerson(PersonId person) {
        List<TransferredMonth> months = new ArrayList<>();
        for (Transfer each : completed(person)) {
            switch (each.direction()) {
                case IN -> months.addAll(of(each));
                case OUT -> months.clear();
            }
        }
        months.sort((one, other) -> one.month().compareTo(other.month()));
        return months;
    }

    /** Own months that have gone to another place: they count there, and may come back from there. */
    Set<Month> movedAway(PersonId person) {
        Set<Month> months = new HashSet<>();
        for (Transfer each : completed(person)) {
            Information sent = each.sent() == null ? null : each.sent().information();
            if (each.direction() == Direction.OUT && sent != null) {
                sent.months().forEach(month -> months.add(month.month()));
            }
        }
        return months;
    }

    private List<Transfer> completed(PersonId person) {
        return transfers.ofPersons(register.idsOf(person)).stream()
                .filter(each -> each.state() == TransferState.COMPLETED)
                .sorted((one, other) -> one.progress()
                        .last()
                        .on()
                        .compareTo(other.progress().last().on()))
                .toList();
    }

    private static List<TransferredMonth> of(Transfer transfer) {
        Information information = transfer.arrived().information();
        if (information == null) {
            return List.of();
        }
        Set<Month> doubles = new HashSet<>(transfer.arrived().doubles());
        return information.months().stream()
                .filter(each -> !doubles.contains(each.month()))
                .map(each -> new TransferredMonth(
                        transfer.scheme(), each.month(), each.base(), transfer.otherPlace(), transfer.number()))
                .toList();
    }
}
