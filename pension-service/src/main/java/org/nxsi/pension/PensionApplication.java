package org.nxsi.pension;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** pension-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PensionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PensionApplication.class, arguments);
    }
}
