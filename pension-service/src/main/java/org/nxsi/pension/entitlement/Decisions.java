package org.nxsi.pension.entitlement;

import java.time.LocalDate;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.emergency.CertificationInEmergency;
import org.springframework.stereotype.Component;

/** What was decided about a benefit, and why an overdue certification does or does not hold it back. */
@Component
class Decisions {

    private static final String PAID_ALL_THE_SAME = "资格认证已逾期，疫情防控期间不暂停待遇发放，请尽快认证";
    private static final String TO_BE_RENEWED = "资格认证已逾期，请尽快认证";

    private final CertificationInEmergency emergency;

    Decisions(CertificationInEmergency emergency) {
        this.emergency = emergency;
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
        return emergency
                .ruling(beneficiary.area(), beneficiary.scheme(), today)
                .filter(ruling -> !ruling.suspends())
                .map(CertificationInEmergency.Ruling::clause)
                .orElse("");
    }
}
