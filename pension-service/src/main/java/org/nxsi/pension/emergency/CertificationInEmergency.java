package org.nxsi.pension.emergency;

import java.time.LocalDate;
import java.util.Optional;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.springframework.stereotype.Component;

/**
 * What an emergency period says of overdue certifications (宁人社办发〔2020〕2号 第三条: 未按期办理资格认证的，不暂停待遇的发放).
 * The period says where and when, policy parameter {@value #SWITCH} since when the document applies and what it does. For
 * how long it goes on after the lifting, {@value #GRACE} says; while that is not known, nobody has said that benefits are held
 * back again, and none is.
 */
@Component
public class CertificationInEmergency {

    private static final String SWITCH = "emergency.suspend_when_overdue";
    private static final String GRACE = "emergency.grace_months_after";
    private static final String ARTICLE = " 第三条";

    private final EmergencyPeriods periods;
    private final PolicyData policy;

    public CertificationInEmergency(EmergencyPeriods periods, PolicyData policy) {
        this.periods = periods;
        this.policy = policy;
    }

    /** @param clause the article that says so */
    public record Ruling(boolean suspends, String clause) {}

    /**
     * What holds for an area on a day; empty where no period is in force and none goes on, or no document says anything for
     * that day.
     *
     * @throws PolicyUnknown if it is known that a document says something, and not what
     * @throws org.nxsi.platform.emergency.PeriodsNotRead until the periods are known
     */
    public Optional<Ruling> ruling(String area, Scheme scheme, LocalDate on) {
        AreaCode insured = AreaCode.parse(area);
        if (periods.of(insured).stream().noneMatch(period -> reaches(period, insured, scheme, on))) {
            return Optional.empty();
        }
        try {
            PolicyValue suspends = policy.find(SWITCH, insured, scheme.code(), on);
            return Optional.of(new Ruling(suspends.flag(), suspends.version().docNo() + ARTICLE));
        } catch (PolicyUnknown unknown) {
            if (unknown.reason() == PolicyUnknown.Reason.NO_ENTRY) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private boolean reaches(EmergencyPeriod period, AreaCode area, Scheme scheme, LocalDate on) {
        LocalDate liftedOn = period.liftedOn();
        if (on.isBefore(period.from()) || liftedOn == null || !on.isAfter(liftedOn)) {
            return period.isInForceOn(on);
        }
        try {
            int months = policy.find(GRACE, area, scheme.code(), liftedOn).integer();
            return !on.isAfter(MonthArithmetic.plus(liftedOn, months));
        } catch (PolicyUnknown unknown) {
            return unknown.reason() != PolicyUnknown.Reason.NO_ENTRY;
        }
    }

    /** Whether the certification ran out while an emergency was in force: late because of it, and put off by it. */
    boolean ranOutInEmergency(Beneficiary beneficiary) {
        return periods.inForce(AreaCode.parse(beneficiary.area()), beneficiary.certifiedUntil())
                .isPresent();
    }

    /** Whether the claim was due while an emergency was in force. */
    boolean wasInForce(String area, LocalDate dueDate) {
        return periods.inForce(AreaCode.parse(area), dueDate).isPresent();
    }
}
