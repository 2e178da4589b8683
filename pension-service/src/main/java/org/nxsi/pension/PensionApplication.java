package org.nxsi.pension;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** pension-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PensionApplication {

    public static void main(String[] arguments) {
        PatientStart.run(PensionApplication.class, arguments);
    }
}
