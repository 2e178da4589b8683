package org.nxsi.pension.entitlement;

import java.time.LocalDate;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.springframework.stereotype.Component;

/** What was decided about a benefit, and why an overdue certification does or does not hold it back. */
@Component
class Decisions {

    private static final String IN_THE_EMERGENCY = "emergency.suspend_when_overdue";
    private static final String ARTICLE = " 第三条";
    private static final String PAID_ALL_THE_SAME = "资格认证已逾期，疫情防控期间不暂停待遇发放，请尽快认证";
    private static final String TO_BE_RENEWED = "资格认证已逾期，请尽快认证";

    private final PolicyData policy;

    Decisions(PolicyData policy) {
        this.policy = policy;
    }

    PersonBenefits.Decision of(Beneficiary beneficiary, LocalDate today) {
        boolean overdue = beneficiary.status() != BeneficiaryStatus.STOPPED
                && beneficiary.certifiedUntil().isBefore(today);
        String clause = overdue && beneficiary.status() == BeneficiaryStatus.ACTIVE ? clause(beneficiary, today) : "";
        return new PersonBenefits.Decision(
                beneficiary.scheme(),
                beneficiary.scheme().title(),
                beneficiary.entitledFrom(),
                beneficiary.status(),
                beneficiary.components().total(),
                beneficiary.certifiedUntil(),
                overdue,
                clause.isEmpty() ? null : clause,
                overdue ? (clause.isEmpty() ? TO_BE_RENEWED : PAID_ALL_THE_SAME) : null);
    }

    /** The article that keeps the benefit paid (未按期办理资格认证的，不暂停待遇的发放); empty where none does. */
    private String clause(Beneficiary beneficiary, LocalDate today) {
        try {
            var suspends = policy.find(
                    IN_THE_EMERGENCY,
                    AreaCode.parse(beneficiary.area()),
                    beneficiary.scheme().code(),
                    today);
            return suspends.flag() ? "" : suspends.version().docNo() + ARTICLE;
        } catch (PolicyUnknown noEmergency) {
            return "";
        }
    }
}
