package org.nxsi.gateway;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway as its own process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        PatientStart.run(GatewayApplication.class, args);
    }
}
