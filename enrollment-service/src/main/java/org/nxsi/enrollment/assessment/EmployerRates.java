package org.nxsi.enrollment.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.ReliefSize;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.wage.BaseLimits;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/** Which rates an employer's contributions of a month are computed by: the rates of that month, whenever it is assessed. */
final class EmployerRates {

    static final String RISK_CLASS = "employer.risk_class";

    private final PolicyData policies;
    private final Employer employer;
    private final Month month;

    EmployerRates(PolicyData policies, Employer employer, Month month) {
        this.policies = policies;
        this.employer = employer;
        this.month = month;
    }

    /** The rates, or what is missing for them. */
    Rating of(Scheme scheme) {
        try {
            return switch (scheme) {
                case EMPLOYEE_PENSION -> pension(scheme, false);
                case CIVIL_SERVANT_PENSION -> pension(scheme, true);
                case UNEMPLOYMENT -> unemployment();
                case WORK_INJURY -> injury();
                case RESIDENT_PENSION -> throw new IllegalArgumentException("no employer pays into " + scheme);
            };
        } catch (PolicyUnknown unknown) {
            return NotAssessed.of(scheme, unknown);
        }
    }

    /** 社会保险法 第十二条: the employer's part to the pool, the person's to the account. */
    private Rates pension(Scheme scheme, boolean withAnnuity) {
        PolicyReading read = read();
        BigDecimal own = read.find("contribution.employer_rate", scheme).decimal();
        BigDecimal person = read.find("contribution.person_rate", scheme).decimal();
        BigDecimal account = read.find("account.share", scheme).decimal();
        Rates.AnnuityRates annuity = withAnnuity
                ? new Rates.AnnuityRates(
                        read.find("contribution.annuity_employer_rate", scheme).decimal(),
                        read.find("contribution.annuity_person_rate", scheme).decimal())
                : null;
        return rates(scheme, read, own, person, account, annuity);
    }

    private Rates unemployment() {
        PolicyReading read = read();
        BigDecimal own =
                read.find("contribution.employer_rate", Scheme.UNEMPLOYMENT).decimal();
        BigDecimal person =
                read.find("contribution.person_rate", Scheme.UNEMPLOYMENT).decimal();
        return rates(Scheme.UNEMPLOYMENT, read, own, person, BigDecimal.ZERO, null);
    }

    /** 工伤保险条例 第八条、第十条: the class's base rate, times the employer's float, less the cut of the time; no part of the person. */
    private Rating injury() {
        OptionalInt riskClass = employer.riskClass(month);
        if (riskClass.isEmpty()) {
            return new NotAssessed(
                    Scheme.WORK_INJURY,
                    RISK_CLASS,
                    "用人单位工伤保险行业风险类别核定",
                    "the employer's injury risk class is not determined for " + month);
        }
        PolicyReading read = read();
        BigDecimal base = read.find("injury.base_rate", Scheme.WORK_INJURY).row(String.valueOf(riskClass.getAsInt()));
        BigDecimal cut = read.findTemporary("injury.rate_cut", Scheme.WORK_INJURY)
                .map(PolicyValue::decimal)
                .orElse(BigDecimal.ZERO);
        BigDecimal rate = base.multiply(employer.floatRatio(month)).multiply(BigDecimal.ONE.subtract(cut));
        return rates(Scheme.WORK_INJURY, read, rate, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    private Rates rates(
            Scheme scheme,
            PolicyReading read,
            BigDecimal own,
            BigDecimal person,
            BigDecimal account,
            Rates.@Nullable AnnuityRates annuity) {
        BigDecimal exempt = exempt(scheme, read);
        BaseLimits limits = BaseLimits.of(policies, employer.area(), scheme, month);
        List<PolicyVersion> versions = new ArrayList<>(read.versions());
        versions.addAll(limits.versions());
        return new Rates(scheme, limits, own, person, account, exempt, annuity, versions);
    }

    /** 人社部发〔2020〕11号: by the employer's size. Where nobody has determined the size there is no relief yet. */
    BigDecimal exempt(Scheme scheme, PolicyReading read) {
        ReliefSize size = employer.size(month);
        if (size == null) {
            return BigDecimal.ZERO;
        }
        String key = switch (size) {
            case SMALL -> "contribution.exempt_share_small";
            case LARGE -> "contribution.exempt_share_large";
            case EXCLUDED -> null;
        };
        return key == null
                ? BigDecimal.ZERO
                : read.findTemporary(key, scheme).map(PolicyValue::decimal).orElse(BigDecimal.ZERO);
    }

    PolicyReading read() {
        return new PolicyReading(policies, employer.area(), month);
    }
}
