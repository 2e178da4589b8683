package org.nxsi.card;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts card-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class CardApplication {

    public static void main(String[] arguments) {
        PatientStart.run(CardApplication.class, arguments);
    }
}
