package org.nxsi.pension.reconciliation;

import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;

/** Counts and sums of statement entries by what they do. */
final class EntrySums {

    private long entries;
    private long payments;
    private long returns;
    private Fen paymentsAmount = Fen.ZERO;
    private Fen returnsAmount = Fen.ZERO;
    private Fen effect = Fen.ZERO;

    void add(AccountStatement.Entry entry) {
        entries++;
        effect = effect.plus(entry.effect());
        switch (entry.kind()) {
            case PAYMENT -> {
                payments++;
                paymentsAmount = paymentsAmount.plus(entry.amount());
            }
            case RETURN -> {
                returns++;
                returnsAmount = returnsAmount.plus(entry.amount());
            }
            case ALLOTMENT -> {
                // moves the balance, and is nobody's payment
            }
        }
    }

    long entries() {
        return entries;
    }

    long payments() {
        return payments;
    }

    long returns() {
        return returns;
    }

    Fen paymentsAmount() {
        return paymentsAmount;
    }

    Fen returnsAmount() {
        return returnsAmount;
    }

    /** What all of them add to the balance. */
    Fen effect() {
        return effect;
    }
}
