package org.nxsi.enrollment.batch;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is not carried out, or what is remarked of one that is. Public for the driver, and for the rules that refuse.
 *
 * @param code stable name
 * @param field of the row; null where none is to blame
 * @param detail for people
 * @param clause the rule that refuses; null where none does
 */
public record Refusal(
        String code,
        @Nullable String field,
        String detail,
        @Nullable String clause) {

    /** Something in the row is not as it must be. */
    public static Refusal wrong(String code, String field, String detail) {
        return new Refusal(code, field, detail, null);
    }

    /** A rule refuses. */
    public Refusal under(String refusingClause) {
        return new Refusal(code, field, detail, refusingClause);
    }
}
