package org.nxsi.enrollment;

import org.nxsi.platform.boot.PatientStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts enrollment-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class EnrollmentApplication {

    public static void main(String[] arguments) {
        PatientStart.run(EnrollmentApplication.class, arguments);
    }
}
