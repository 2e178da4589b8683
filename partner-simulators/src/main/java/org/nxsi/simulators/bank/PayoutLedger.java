package org.nxsi.simulators.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.nxsi.platform.money.Fen;
import org.nxsi.simulators.journal.Journal.Place;

/** One payout account: its balance, and which book lines moved it on which day. */
final class PayoutLedger {

    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
    private Fen balance = Fen.ZERO;

    /**
     * A book line's part in this account.
     *
     * @param place of the line
     * @param entries how many statement entries it makes here
     * @param net what it adds to the balance
     */
    record Movement(Place place, int entries, Fen net) {}

    /** What a statement of one day is made from; opening + sum of the movements = closing. */
    record DayView(Fen opening, Fen closing, int entries, List<Movement> movements) {}

    void post(LocalDate date, Movement movement) {
        days.computeIfAbsent(date, _ -> new Day()).add(movement);
        balance = balance.plus(movement.net());
    }

    Fen balance() {
        return balance;
    }

    DayView day(LocalDate date) {
        Fen opening =
                days.headMap(date, false).values().stream().map(day -> day.net).reduce(Fen.ZERO, Fen::plus);
        Day day = days.getOrDefault(date, new Day());
        return new DayView(opening, opening.plus(day.net), day.entries, List.copyOf(day.movements));
    }

    private static final class Day {
        private final List<Movement> movements = new ArrayList<>();
        private Fen net = Fen.ZERO;
        private int entries;

        void add(Movement movement) {
            movements.add(movement);
            net = net.plus(movement.net());
            entries = Math.addExact(entries, movement.entries());
        }
    }
}
