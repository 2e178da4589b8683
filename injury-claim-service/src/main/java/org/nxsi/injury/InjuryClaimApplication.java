package org.nxsi.injury;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts injury-claim-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class InjuryClaimApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InjuryClaimApplication.class, arguments);
    }
}
