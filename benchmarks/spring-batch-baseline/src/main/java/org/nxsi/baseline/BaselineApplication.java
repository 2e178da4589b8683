package org.nxsi.baseline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Pays one month and ends: 0 if it is complete and the books agree, 1 if not. */
@SpringBootApplication(
        // The house's own conventions (store, events, security) are not what a plain job would have.
        excludeName = {
            "org.nxsi.platform.store.StoreConfiguration",
            "org.nxsi.platform.clock.ClockConfiguration",
            "org.nxsi.platform.events.EventsConfiguration",
            "org.nxsi.platform.emergency.EmergencyConfiguration",
            "org.nxsi.platform.web.WebConfiguration",
            "org.nxsi.platform.web.SecurityConfiguration",
            "org.nxsi.platform.web.IdempotencyConfiguration",
            "org.nxsi.platform.web.OpenApiConfiguration",
            "org.nxsi.platform.boot.PolicyConfiguration"
        })
@ConfigurationPropertiesScan
public class BaselineApplication {

    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(BaselineApplication.class, arguments)));
    }
}
