package org.nxsi.enrollment.medical;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line to the medical-insurance bureau. */
@Configuration(proxyBeanMethods = false)
class MedicalConfiguration {

    @Bean
    MedicalInsurance medicalInsurance(
            @Value("${nxsi.medical.uri}") URI uri,
            @Value("${nxsi.medical.connect:500ms}") Duration connect,
            @Value("${nxsi.medical.limit:1500ms}") Duration limit,
            @Value("${nxsi.medical.at-once:32}") int atOnce,
            @Value("${nxsi.medical.open:10s}") Duration open) {
        return new MedicalInsurance(new MedicalSettings(uri, connect, limit, atOnce, open));
    }
}
