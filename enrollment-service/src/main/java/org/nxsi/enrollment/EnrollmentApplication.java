package org.nxsi.enrollment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts enrollment-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class EnrollmentApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EnrollmentApplication.class, arguments);
    }
}
