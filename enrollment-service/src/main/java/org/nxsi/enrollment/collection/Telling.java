package org.nxsi.enrollment.collection;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * What the ledger is told of a due by one batch. It stands in the due from before the batch is made until after: so it is
 * in one batch only, whoever is killed in between. Public for the codec's sake.
 *
 * @param batch the batch that tells it
 * @param putOff the amount that was put off; null if the ledger knows it
 * @param madeUp how much of it is made up after this telling, with what was told before
 */
public record Telling(String batch, @Nullable Fen putOff, Fen madeUp) {

    /**
     * What is to be told next; null if the ledger knows everything. What was paid in time and became known late is no part of
     * what was put off; if that is all of it, all is made up.
     */
    static @Nullable Telling next(String batch, Fen assessed, Fen arrivedInTime, Fen arrived, Progress progress) {
        Fen late = assessed.minus(arrivedInTime);
        Fen told = progress.putOffTold();
        Fen putOff = late.isPositive() ? late : told;
        if (putOff == null) {
            return null;
        }
        Fen now = putOff.minus(assessed.minus(arrived));
        Fen madeUp = now.compareTo(progress.madeUpTold()) > 0 ? now : progress.madeUpTold();
        boolean known = putOff.equals(told);
        return known && madeUp.equals(progress.madeUpTold()) ? null : new Telling(batch, known ? null : putOff, madeUp);
    }
}
