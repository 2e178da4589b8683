package org.nxsi.simulators.bank;

import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.simulators.bank.BookRecord.Credit;

/**
 * What stands in a bank's books for a run.
 *
 * @param credited payments that left the payout accounts, returned ones included
 * @param returned those of them that came back
 */
public record RunTotals(long credited, Fen creditedFen, long returned, Fen returnedFen) {

    public static final RunTotals NONE = new RunTotals(0, Fen.ZERO, 0, Fen.ZERO);

    public Fen net() {
        return creditedFen.minus(returnedFen);
    }

    public RunTotals plus(RunTotals other) {
        return new RunTotals(
                credited + other.credited,
                creditedFen.plus(other.creditedFen),
                returned + other.returned,
                returnedFen.plus(other.returnedFen));
    }

    static RunTotals credited(List<Credit> credits) {
        return new RunTotals(credits.size(), sum(credits), 0, Fen.ZERO);
    }

    static RunTotals returned(List<Credit> credits) {
        return new RunTotals(0, Fen.ZERO, credits.size(), sum(credits));
    }

    private static Fen sum(List<Credit> credits) {
        return credits.stream().map(Credit::fen).reduce(Fen.ZERO, Fen::plus);
    }
}
