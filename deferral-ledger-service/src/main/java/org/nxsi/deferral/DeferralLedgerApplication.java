package org.nxsi.deferral;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts deferral-ledger-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class DeferralLedgerApplication {

    public static void main(String[] arguments) {
        PatientStart.run(DeferralLedgerApplication.class, arguments);
    }
}
