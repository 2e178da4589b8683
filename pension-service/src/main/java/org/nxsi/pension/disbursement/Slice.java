package org.nxsi.pension.disbursement;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;

/**
 * A worker's piece of a run: a range of beneficiary ids, or of ids of returned payments; both begin with the payee.
 *
 * @param id {@code <run>.<number>}
 * @param fromId first id, included
 * @param beforeId first id of the next slice; null for the last one
 * @param returned of a supplementary run, the returned payments that it takes: whoever inserts the slice decides, once
 * @param result null until the slice is closed
 */
public record Slice(
        @BsonId String id,
        String run,
        String fromId,
        @Nullable String beforeId,
        @Nullable List<String> returned,
        boolean closed,
        @Nullable Result result) {

    /**
     * Totals taken from the stored instructions.
     *
     * @param read beneficiaries in the range
     * @param notDue of them not entitled in this month: not begun, or stopped
     * @param payable instructions that travel to a bank
     * @param exceptions entitled, but not payable: named, not lost
     * @param worker instance that closed it
     */
    public record Result(
            int read,
            int notDue,
            int payable,
            Fen payableAmount,
            int exceptions,
            Fen exceptionsAmount,
            List<Need> needs,
            String worker) {}

    /** What a fund needs at a bank for this slice. */
    public record Need(Scheme scheme, String bank, Fen amount) {}

    static String idOf(String run, int number) {
        return "%s.%04d".formatted(run, number);
    }

    static Slice open(String run, int number, String fromId, @Nullable String beforeId) {
        return new Slice(idOf(run, number), run, fromId, beforeId, null, false, null);
    }

    Slice of(List<String> returnedPayments) {
        return new Slice(id, run, fromId, beforeId, returnedPayments, false, null);
    }
}
