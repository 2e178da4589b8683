package org.nxsi.benchmarks.compare;

import org.nxsi.local.month.MonthFailure;

/**
 * How a month went on one of the two.
 *
 * @param name who paid it
 * @param peak_mb largest resident memory of the process that computed it, MB
 */
record PaidMonth(String name, long payees, Ends ends, Seconds seconds, long peak_mb) {

    /**
     * What became of everybody, in persons and in fen.
     *
     * @param bankBooksFen what stands credited in the banks' own books, net of returns
     */
    record Ends(
            long entitled,
            long paid,
            long returned,
            long exceptions,
            long entitledFen,
            long paidFen,
            long returnedFen,
            long bankBooksFen) {}

    /** Seconds of each phase. */
    record Seconds(double calculate, double pay, double reconcile) {

        /** From the run made to the run closed. */
        double endToEnd() {
            return calculate + pay + reconcile;
        }
    }

    /** Payees a second, end to end. */
    double rate() {
        return payees / seconds.endToEnd();
    }

    /** @throws MonthFailure if the other paid anything else, by a person or a fen, or the banks credited anything else */
    PaidMonth requireSameAs(PaidMonth other) {
        if (!ends.equals(other.ends) || ends.bankBooksFen() != ends.paidFen()) {
            throw new MonthFailure("the months differ, so their speeds cannot be compared:\n  " + name + ": " + ends
                    + "\n  " + other.name + ": " + other.ends);
        }
        return this;
    }
}
