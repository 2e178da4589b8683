package org.nxsi.deferral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts deferral-ledger-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class DeferralLedgerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DeferralLedgerApplication.class, arguments);
    }
}
