package org.nxsi.gateway.upstream;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

    @Bean
    Services services(UpstreamSettings settings) {
        return new Services(settings.services(), System::nanoTime);
    }

    @Bean
    UpstreamClient upstreamClient(UpstreamSettings settings) {
        return new UpstreamClient(settings);
    }

    /** Takes the place of the gateway's own exchange, which has no limits. */
    @Bean
    UpstreamExchange upstreamExchange(Services services, UpstreamClient client, UpstreamSettings settings) {
        return new UpstreamExchange(services, client, settings);
    }

    /**
     * Only named headers go in: whatever else a caller may claim about itself (X-NXSI-…, X-Forwarded-User, …) stays
     * outside, also what nobody has thought of yet.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RequestHttpHeadersFilter namedHeadersOnly(UpstreamSettings settings) {
        return (headers, request) -> {
            HttpHeaders named = new HttpHeaders();
            settings.passedOnHeaders().forEach(name -> named.addAll(name, headers.getOrEmpty(name)));
            return named;
        };
    }

    @Bean
    WarmUp warmUp(Services services, UpstreamClient client, UpstreamSettings settings) {
        return new WarmUp(services, client, settings.warmUpTime());
    }
}
