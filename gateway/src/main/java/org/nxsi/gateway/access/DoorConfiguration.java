package org.nxsi.gateway.access;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.nxsi.gateway.protection.RateLimits;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemWriter;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What every request meets before any route. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final String[] DOCS = {"/docs", "/docs/**", "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs"};

    @Bean
    SecurityFilterChain doors(HttpSecurity http, ProblemWriter problems, DoorSettings settings) throws Exception {
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/actuator/health",
                                    "/actuator/health/**",
                                    "/*/v1/catalogue",
                                    "/public/v1/**",
                                    "/error")
                            .permitAll();
                    requests.requestMatchers("/actuator/**")
                            .access(IpAddressAuthorizationManager.hasIpAddress(settings.metricsFrom()));
                    if (settings.publicDocs()) {
                        requests.requestMatchers(DOCS).permitAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, failed) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(
                                    response,
                                    Problem.of(
                                            401, "token-required", "this needs a valid token: " + failed.getMessage()));
                        })
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                response, Problem.forbidden("role-required", "this token may not do that"))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) ->
                problems.write(response, Problem.of(400, "malformed-request", "this address or header is not allowed"));
    }

    /** A caller who asks before sending (Expect: 100-continue) is told to go on only when its body is wanted. */
    @Bean
    TomcatProtocolHandlerCustomizer<AbstractHttp11Protocol<?>> askedBeforeSending() {
        return protocol -> protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
    }

    @Bean
    FilterRegistrationBean<AccessLog> accessLog(ProblemWriter problems) {
        FilterRegistrationBean<AccessLog> registration = new FilterRegistrationBean<>(new AccessLog(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The request's id goes on to the service, after everything else that the caller claimed was taken away. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RequestHttpHeadersFilter callIds() {
        return (headers, request) -> {
            HttpHeaders withId = new HttpHeaders();
            withId.addAll(headers);
            @Nullable CallId id = CallId.attachedTo(request.servletRequest());
            if (id != null) {
                id.writeTo(withId);
            }
            return withId;
        };
    }

    @Bean
    Guards guards(RateLimits rates) {
        return new Guards(rates);
    }
}
