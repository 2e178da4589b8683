package org.nxsi.enrollment.flexible;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.PolicyReading;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.wage.BaseLimits;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * What a flexible worker owes for a month (国发〔2005〕38号): a share of the base that they choose between the limits, of which
 * one part goes to their account and the rest to the pool.
 *
 * @param whole share of the base that is owed, 20 %
 * @param account share of the base that goes to the account, 8 %
 */
record FlexibleRates(BaseLimits limits, BigDecimal whole, BigDecimal account, List<PolicyVersion> versions) {

    /**
     * The rates and limits of a month, whenever it is assessed.
     *
     * @throws PolicyUnknown naming what is missing
     */
    static FlexibleRates of(PolicyData policies, AreaCode area, Month month) {
        PolicyReading read = new PolicyReading(policies, area, month);
        BigDecimal whole =
                read.find("contribution.flexible_rate", Scheme.EMPLOYEE_PENSION).decimal();
        BigDecimal account = read.find("contribution.flexible_account_rate", Scheme.EMPLOYEE_PENSION)
                .decimal();
        BaseLimits limits = BaseLimits.of(policies, area, Scheme.EMPLOYEE_PENSION, month);
        List<PolicyVersion> versions = new ArrayList<>(read.versions());
        versions.addAll(limits.versions());
        return new FlexibleRates(limits, whole, account, versions);
    }

    /** Null if the base lies between the limits. */
    @Nullable
    String objection(Fen base) {
        boolean within = base.compareTo(limits.lowest()) >= 0 && base.compareTo(limits.highest()) <= 0;
        return within ? null : "the base lies between " + limits.lowest() + " and " + limits.highest();
    }

    /** The whole and the account's part rounded each, the pool's part is the rest: so they add up. */
    Parts parts(Fen base) {
        return new Parts(
                base,
                Fen.ZERO,
                Fen.rounded(base.yuan().multiply(whole)),
                Fen.rounded(base.yuan().multiply(account)),
                Fen.ZERO,
                Fen.ZERO,
                Ground.FLEXIBLE.name());
    }
}
