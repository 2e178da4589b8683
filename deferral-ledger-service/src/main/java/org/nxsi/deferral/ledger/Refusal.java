package org.nxsi.deferral.ledger;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/**
 * Why something cannot stand in the ledger.
 *
 * @param status as an HTTP status: 400, 409 or 422
 * @param code stable, for programs
 * @param field what is wrong
 * @param detail for people; never the wrong value itself
 * @param clause the rule that refuses; null where it is none of law
 */
public record Refusal(
        int status,
        String code,
        String field,
        String detail,
        @Nullable String clause) {

    static Refusal wrong(String code, String field, String detail) {
        return new Refusal(400, code, field, detail, null);
    }

    static Refusal conflict(String code, String field, String detail) {
        return new Refusal(409, code, field, detail, null);
    }

    static Refusal byLaw(String code, String field, String detail) {
        return new Refusal(422, code, field, detail, Deadline.CLAUSE);
    }

    Problem problem() {
        Problem problem = Problem.of(status, code, detail).at(field);
        return clause == null ? problem : problem.under(clause);
    }
}
