package org.nxsi.enrollment.account;

import org.jspecify.annotations.Nullable;

/**
 * How a year's interest was reckoned. Public for the codec's sake.
 *
 * @param run which run booked it
 * @param method as policy {@code account.interest_method} calls it
 * @param rate a year, as a decimal number
 * @param rateOf the year that the rate was announced for
 * @param provisional whether that is another year than the one reckoned: it is settled when the own rate is known
 * @param document the rate's document; null where it is not on record
 * @param status of the rate in the policy data: a sample is seen as one
 */
public record InterestGround(
        String run,
        String method,
        String rate,
        int rateOf,
        boolean provisional,
        @Nullable String document,
        String status) {}
