package org.nxsi.platform.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Each service checks the token again: signature, issuer, life time, and that it was meant for this very service.
 * The keys are fetched at the first token, so that a service starts while Keycloak is still starting. What a service opens to
 * visitors ({@code nxsi.open-to-visitors}, paths to be read only) needs no token.
 */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
public class SecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${nxsi.issuer-uri}") String issuer, @Value("${spring.application.name}") String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/protocol/openid-connect/certs")
                .build();
        OAuth2TokenValidator<Jwt> meantForUs =
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(audience));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), meantForUs));
        return decoder;
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain doors(
            HttpSecurity http, ProblemWriter problems, @Value("${nxsi.open-to-visitors:}") String[] openToVisitors)
            throws Exception {
        RefusedTokens refusedTokens = new RefusedTokens(problems);
        for (String path : openToVisitors) {
            http.authorizeHttpRequests(
                    requests -> requests.requestMatchers(HttpMethod.GET, path).permitAll());
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/actuator/health/**", "/actuator/health", "/actuator/prometheus", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/ops/v1/**")
                        .access(new ClientAndRole("ops-console", Role.ADMIN, Role.AUDITOR))
                        .requestMatchers("/admin/v1/**")
                        .access(new ClientAndRole(
                                "ops-console", Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR, Role.ADMIN))
                        .requestMatchers("/partner/v1/**")
                        .access(new ClientAndRole("", Role.BANK, Role.HOSPITAL, Role.COLLECTOR, Role.AGENCY))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(refusedTokens)
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                response, Problem.forbidden("role-required", "this token may not do that")))
                        .withObjectPostProcessor(refusedTokens))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .build();
    }
}
