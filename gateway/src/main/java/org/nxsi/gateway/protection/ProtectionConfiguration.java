package org.nxsi.gateway.protection;

import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {

    @Bean
    RateLimits rateLimits(ProtectionSettings settings) {
        return new RateLimits(settings.rates(), System::nanoTime);
    }

    @Bean
    Breakers breakers(
            Resilience4JCircuitBreakerFactory factory,
            Resilience4jBulkheadProvider bulkheads,
            ProtectionSettings settings) {
        return new Breakers(factory, bulkheads, settings.breaker());
    }
}
