package org.nxsi.systemtests.laws;

import org.nxsi.platform.money.Fen;

/** So many, and so much money; grows. */
final class Tally {

    private long count;
    private Fen amount = Fen.ZERO;

    void add(Fen more) {
        add(1, more);
    }

    void add(long many, Fen more) {
        count += many;
        amount = amount.plus(more);
    }

    long count() {
        return count;
    }

    Fen amount() {
        return amount;
    }

    boolean isSameAs(Tally other) {
        return count == other.count && amount.equals(other.amount);
    }

    @Override
    public String toString() {
        return count + " of " + amount;
    }
}
