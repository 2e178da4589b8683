package org.nxsi.pension.disbursement;

import java.time.LocalDate;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/** Policy parameter {@code certification.suspend_when_overdue} of the autonomous region. */
@Component
class PolicyCertificationRule implements CertificationRule {

    private static final AreaCode NINGXIA = AreaCode.parse("640000");

    private final PolicyData policy;

    PolicyCertificationRule(PolicyData policy) {
        this.policy = policy;
    }

    @Override
    public boolean suspendsOnOverdue(LocalDate on) {
        return policy.find("certification.suspend_when_overdue", NINGXIA, Scheme.ENTERPRISE.code(), on)
                .flag();
    }
}
