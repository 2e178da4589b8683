package org.nxsi.injury;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts injury-claim-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class InjuryClaimApplication {

    public static void main(String[] arguments) {
        PatientStart.run(InjuryClaimApplication.class, arguments);
    }
}
