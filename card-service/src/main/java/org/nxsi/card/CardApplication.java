package org.nxsi.card;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts card-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class CardApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CardApplication.class, arguments);
    }
}
