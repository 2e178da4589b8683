package org.nxsi.pension.disbursement;

import java.time.LocalDate;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.springframework.stereotype.Component;

/**
 * Policy parameter {@value #NORMALLY} of the autonomous region, and while the emergency lasts {@value #IN_THE_EMERGENCY}
 * (宁人社办发〔2020〕2号 第三条).
 */
@Component
class PolicyCertificationRule implements CertificationRule {

    private static final AreaCode NINGXIA = AreaCode.parse("640000");

    private static final String NORMALLY = "certification.suspend_when_overdue";
    private static final String IN_THE_EMERGENCY = "emergency.suspend_when_overdue";

    private final PolicyData policy;

    PolicyCertificationRule(PolicyData policy) {
        this.policy = policy;
    }

    @Override
    public boolean suspendsOnOverdue(LocalDate on) {
        try {
            return flag(IN_THE_EMERGENCY, on);
        } catch (PolicyUnknown noEmergency) {
            return flag(NORMALLY, on);
        }
    }

    private boolean flag(String key, LocalDate on) {
        return policy.find(key, NINGXIA, Scheme.ENTERPRISE.code(), on).flag();
    }
}
