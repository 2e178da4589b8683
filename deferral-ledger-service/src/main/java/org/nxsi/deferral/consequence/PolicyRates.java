package org.nxsi.deferral.consequence;

import java.time.LocalDate;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;

/** The late fee's rates as policy data has them for an area and a scheme. */
final class PolicyRates {

    static final String DAILY = "late_fee.daily_rate";
    static final String WAIVED = "emergency.late_fee_waived";
    static final String POSTPONED = "late_fee.while_postponed";

    private final PolicyData policies;
    private final AreaCode area;
    private final String scheme;

    PolicyRates(PolicyData policies, AreaCode area, String scheme) {
        this.policies = policies;
        this.area = area;
        this.scheme = scheme;
    }

    /** @throws PolicyUnknown if nobody knows the rate of the day */
    LateFee.Rate on(LocalDate day) {
        return rate(DAILY, day);
    }

    /** While an approved postponement (缓缴) runs its own rate holds, after it the usual one. */
    LateFee.Rate postponedUntil(LocalDate last, LocalDate day) {
        return rate(day.isAfter(last) ? DAILY : POSTPONED, day);
    }

    /**
     * Whether no fee is taken for what is made up in time.
     *
     * @throws PolicyUnknown while the document that would tell is not there
     */
    PolicyValue waiver(LocalDate dueDate) {
        return policies.find(WAIVED, area, scheme, dueDate);
    }

    private LateFee.Rate rate(String key, LocalDate day) {
        PolicyValue value = policies.find(key, area, scheme, day);
        return new LateFee.Rate(value.decimal(), value.version());
    }
}
