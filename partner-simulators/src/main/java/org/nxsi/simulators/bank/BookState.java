package org.nxsi.simulators.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nxsi.simulators.bank.BookRecord.Allotted;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.BookedBlock;
import org.nxsi.simulators.bank.BookRecord.Refused;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.BookRecord.Told;
import org.nxsi.simulators.bank.PayoutLedger.Movement;
import org.nxsi.simulators.journal.Journal.Place;

/** The books as their lines add up: the same after a restart as before, since both apply the same lines. */
final class BookState {

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, PayoutLedger> payouts = new HashMap<>();
    private final Map<String, RunTotals> runs = new HashMap<>();
    private final Map<String, Allotted> allotments = new HashMap<>();
    private final List<Place> bookedInOrder = new ArrayList<>();

    void apply(BookRecord record, Place place) {
        switch (record) {
            case Booked booked -> apply(booked, place);
            case Refused refused -> orders.put(refused.messageId(), Order.refused(refused));
            case Allotted allotted -> apply(allotted, place);
            case ReturnedLate late -> apply(late, place);
            case Told told -> order(told.messageId()).markTold(told.lateReturns());
        }
    }

    Optional<Order> find(String messageId) {
        return Optional.ofNullable(orders.get(messageId));
    }

    Optional<Allotted> allotment(String reference) {
        return Optional.ofNullable(allotments.get(reference));
    }

    int allotments() {
        return allotments.size();
    }

    PayoutLedger payout(String account) {
        return payouts.computeIfAbsent(account, _ -> new PayoutLedger());
    }

    RunTotals run(String run) {
        return runs.getOrDefault(run, RunTotals.NONE);
    }

    List<Order> untold() {
        return orders.values().stream().filter(Order::isUntold).toList();
    }

    List<Place> bookedInOrder() {
        return bookedInOrder;
    }

    private void apply(Booked booked, Place place) {
        orders.put(booked.messageId(), Order.booked(booked, place));
        bookedInOrder.add(place);
        post(
                booked.date(),
                place,
                booked.blocks(),
                block -> RunTotals.credited(block.credits()).plus(RunTotals.returned(block.returned())));
    }

    private void apply(Allotted allotted, Place place) {
        allotments.put(allotted.reference(), allotted);
        payout(allotted.payoutAccount()).post(allotted.date(), new Movement(place, 1, allotted.fen()));
    }

    private void apply(ReturnedLate late, Place place) {
        order(late.messageId()).addReturnedLate(place, late.due());
        post(late.date(), place, late.blocks(), block -> RunTotals.returned(block.credits()));
    }

    /** One movement per payout account and line, so that a statement reads each line once. */
    private void post(LocalDate date, Place place, List<BookedBlock> blocks, Function<BookedBlock, RunTotals> effect) {
        Map<String, RunTotals> byAccount = new LinkedHashMap<>();
        for (BookedBlock block : blocks) {
            RunTotals totals = effect.apply(block);
            runs.merge(block.run(), totals, RunTotals::plus);
            byAccount.merge(block.payoutAccount(), totals, RunTotals::plus);
        }
        byAccount.forEach((account, totals) -> payout(account)
                .post(
                        date,
                        new Movement(
                                place,
                                Math.toIntExact(totals.credited() + totals.returned()),
                                totals.net().negated())));
    }

    private Order order(String messageId) {
        return find(messageId).orElseThrow(() -> new IllegalStateException("a line about an unknown order"));
    }
}
