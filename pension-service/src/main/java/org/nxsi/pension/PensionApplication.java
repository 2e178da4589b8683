package org.nxsi.pension;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** pension-service. */
@SpringBootApplication
public class PensionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PensionApplication.class, arguments);
    }
}
