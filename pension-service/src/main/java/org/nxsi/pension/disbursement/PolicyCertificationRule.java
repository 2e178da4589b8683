package org.nxsi.pension.disbursement;

import java.time.LocalDate;
import java.util.Optional;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.emergency.CertificationInEmergency;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/**
 * Policy parameter {@value #NORMALLY}, and where an emergency period is in force what that says (宁人社办发〔2020〕2号
 * 第三条).
 */
@Component
class PolicyCertificationRule implements CertificationRule {

    private static final String NORMALLY = "certification.suspend_when_overdue";

    private final PolicyData policy;
    private final CertificationInEmergency emergency;

    PolicyCertificationRule(PolicyData policy, CertificationInEmergency emergency) {
        this.policy = policy;
        this.emergency = emergency;
    }

    @Override
    public Effect onOverdue(String area, Scheme scheme, LocalDate on) {
        Optional<CertificationInEmergency.Ruling> ruling = emergency.ruling(area, scheme, on);
        if (ruling.isPresent()) {
            return ruling.get().suspends() ? Effect.HELD_BACK : Effect.PUT_OFF;
        }
        boolean suspends =
                policy.find(NORMALLY, AreaCode.parse(area), scheme.code(), on).flag();
        return suspends ? Effect.HELD_BACK : Effect.PAID;
    }
}
