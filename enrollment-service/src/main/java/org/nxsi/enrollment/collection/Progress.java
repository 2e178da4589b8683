package org.nxsi.enrollment.collection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * What has been done about a due beside the due itself. Public for the codec's sake.
 *
 * @param putOffTold the amount that the ledger was told to be put off; null while it was told nothing
 * @param madeUpTold how much of it the ledger was told to be made up
 * @param creditedRevision the highest revision whose persons were credited; 0 while none was
 * @param telling what the ledger is being told at this moment; null if nothing is
 * @param voided make-ups that two people have made void in the ledger
 * @param announced what the last event told of the money; null while none told anything
 */
public record Progress(
        @Nullable Fen putOffTold,
        Fen madeUpTold,
        int creditedRevision,
        @Nullable Telling telling,
        List<String> voided,
        @Nullable Arrival announced) {

    static final Progress NONE = new Progress(null, Fen.ZERO, 0, null, List.of(), null);

    public Progress {
        if (madeUpTold.isNegative() || creditedRevision < 0) {
            throw new IllegalArgumentException("what was done is not less than nothing");
        }
        voided = List.copyOf(voided);
    }

    Progress beginning(Telling next) {
        return new Progress(putOffTold, madeUpTold, creditedRevision, next, voided, announced);
    }

    Progress told(Telling done) {
        Fen putOff = done.putOff() == null ? putOffTold : done.putOff();
        return new Progress(putOff, done.madeUp(), creditedRevision, null, voided, announced);
    }

    Progress notTold() {
        return new Progress(putOffTold, madeUpTold, creditedRevision, null, voided, announced);
    }

    Progress voiding(String makeUp, Fen amount) {
        List<String> all = new ArrayList<>(voided);
        all.add(makeUp);
        Fen left = amount.compareTo(madeUpTold) > 0 ? Fen.ZERO : madeUpTold.minus(amount);
        return new Progress(putOffTold, left, creditedRevision, telling, all, announced);
    }

    Progress credited(int revision) {
        return new Progress(putOffTold, madeUpTold, Math.max(revision, creditedRevision), telling, voided, announced);
    }

    Progress announcing(Arrival told) {
        return new Progress(putOffTold, madeUpTold, creditedRevision, telling, voided, told);
    }
}
