package org.nxsi.enrollment.transfer;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * A transfer as it is asked for.
 *
 * @param scheme 110 only
 * @param from old place, six digits of GB/T 2260
 * @param to new place; exactly one of the two lies in Ningxia
 * @param claimedFrom first month that the person says to have paid at the old place; optional, with the last one
 * @param household where the household is registered (户籍地), six digits of GB/T 2260; needed of those only who were
 *     insured here late in life
 */
record WantedTransfer(
        @Nullable String scheme,
        @Nullable String from,
        @Nullable String to,
        @Nullable Month claimedFrom,
        @Nullable Month claimedTo,
        @Nullable String household) {

    /** What passed. */
    record Checked(
            Places places,
            @Nullable Month claimedFrom,
            @Nullable Month claimedTo,
            @Nullable String household) {}

    /** @throws ProblemException 400 or 422 naming the field */
    Checked checked(Month now) {
        if (scheme == null) {
            throw Problem.badRequest("missing-field", "scheme", "110").exception();
        }
        if (!scheme.equals(Scheme.EMPLOYEE_PENSION.code())) {
            throw Scheme.of(scheme).isEmpty()
                    ? Problem.badRequest("invalid-field", "scheme", "no such scheme")
                            .exception()
                    : Problem.of(422, "scheme-not-transferable", "网上转移接续只办理企业职工基本养老保险（110）")
                            .at("scheme")
                            .exception();
        }
        Places places = Places.of(from, to);
        if ((claimedFrom == null) != (claimedTo == null)) {
            throw Problem.badRequest("missing-field", claimedFrom == null ? "claimedFrom" : "claimedTo", "起止年月应同时填写")
                    .exception();
        }
        if (claimedFrom != null && claimedTo != null) {
            if (claimedTo.isBefore(claimedFrom) || claimedTo.isAfter(now)) {
                throw Problem.badRequest("invalid-field", "claimedTo", "不早于起始年月，不晚于本月")
                        .exception();
            }
        }
        return new Checked(
                places, claimedFrom, claimedTo, household == null ? null : Places.place("household", household));
    }
}
