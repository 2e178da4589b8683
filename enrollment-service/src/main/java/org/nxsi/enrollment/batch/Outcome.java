package org.nxsi.enrollment.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row. Public for the driver, and for whoever asked.
 *
 * @param row from 1, as in the order
 * @param code why it was refused, or what is remarked of a row that was carried out; null where nothing is
 * @param field of the row that was wrong; null where none was
 * @param clause the rule that refused, or that the remark rests on; null where none does
 */
public record Outcome(
        int row,
        Result result,
        @Nullable String code,
        @Nullable String field,
        @Nullable String detail,
        @Nullable String clause) {

    /** How it ended. */
    public enum Result {
        DONE,
        /** It stood so before: by another row, another file, another day. */
        ALREADY_SO,
        REFUSED
    }

    public static Outcome done(int row) {
        return new Outcome(row, Result.DONE, null, null, null, null);
    }

    /** Carried out, and something is remarked of it. */
    public static Outcome done(int row, Refusal remark) {
        return new Outcome(row, Result.DONE, remark.code(), remark.field(), remark.detail(), remark.clause());
    }

    public static Outcome alreadySo(int row) {
        return new Outcome(row, Result.ALREADY_SO, null, null, null, null);
    }

    public static Outcome refused(int row, Refusal refusal) {
        return new Outcome(row, Result.REFUSED, refusal.code(), refusal.field(), refusal.detail(), refusal.clause());
    }

    /** Whether the person is insured, or not any more, as the row wanted it. */
    @JsonIgnore
    public boolean isSo() {
        return result != Result.REFUSED;
    }
}
