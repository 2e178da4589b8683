package org.nxsi.enrollment.relation;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is not carried out.
 *
 * @param code stable name
 * @param field of the row; null where none is to blame
 * @param detail for people
 * @param clause the rule that refuses; null where none does
 */
record Refusal(
        String code,
        @Nullable String field,
        String detail,
        @Nullable String clause) {

    static Refusal wrong(String code, String field, String detail) {
        return new Refusal(code, field, detail, null);
    }

    Refusal under(String refusingClause) {
        return new Refusal(code, field, detail, refusingClause);
    }
}
