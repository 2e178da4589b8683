package org.nxsi.enrollment.collection;

import org.nxsi.platform.money.Fen;

/**
 * What has been done about a due beside the due itself. Public for the codec's sake.
 *
 * @param putOffTold whether the ledger was told that it was put off
 * @param madeUpTold how much of it the ledger was told to be made up
 * @param creditedRevision the highest revision whose persons were credited; 0 while none was
 */
public record Progress(boolean putOffTold, Fen madeUpTold, int creditedRevision) {

    static final Progress NONE = new Progress(false, Fen.ZERO, 0);

    public Progress {
        if (madeUpTold.isNegative() || creditedRevision < 0) {
            throw new IllegalArgumentException("what was done is not less than nothing");
        }
    }

    Progress putOffIsTold() {
        return new Progress(true, madeUpTold, creditedRevision);
    }

    Progress toldMadeUp(Fen all) {
        return new Progress(putOffTold, all, creditedRevision);
    }

    Progress credited(int revision) {
        return new Progress(putOffTold, madeUpTold, Math.max(revision, creditedRevision));
    }
}
