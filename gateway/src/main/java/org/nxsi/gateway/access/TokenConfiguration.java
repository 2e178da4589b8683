package org.nxsi.gateway.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens as in every service, but with keys that outlive an outage of the issuer: all requests come through here, and
 * people who are logged in shall not notice.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final int KEYS_LIMIT_BYTES = 256 * 1024;

    /** Unknown keys make us ask the issuer, but not more often than this; nor while it is still starting. */
    private static final long ASKING_INTERVAL_MS = 1_000;

    @Bean
    JWKSource<SecurityContext> issuerKeys(@Value("${nxsi.issuer-uri}") String issuer, DoorSettings settings)
            throws MalformedURLException {
        int limit_ms = Math.toIntExact(settings.keysTime().toMillis());
        return JWKSourceBuilder.create(
                        URI.create(issuer + "/protocol/openid-connect/certs").toURL(),
                        new DefaultResourceRetriever(limit_ms, limit_ms, KEYS_LIMIT_BYTES))
                .retrying(true)
                .rateLimited(ASKING_INTERVAL_MS)
                .outageTolerant(settings.keysKept().toMillis())
                .build();
    }

    @Bean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> issuerKeys,
            @Value("${nxsi.issuer-uri}") String issuer,
            @Value("${spring.application.name}") String audience) {
        OAuth2TokenValidator<Jwt> meantForUs =
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(audience));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(issuerKeys).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), meantForUs));
        return decoder;
    }

    /** Ready means that tokens can be checked; asking also fetches the keys before the first person comes. */
    @Bean
    HealthIndicator tokensHealthIndicator(JWKSource<SecurityContext> issuerKeys) {
        JWKSelector any = new JWKSelector(new JWKMatcher.Builder().build());
        return () -> {
            try {
                int keys = issuerKeys.get(any, null).size();
                return (keys > 0 ? Health.up() : Health.down())
                        .withDetail("keys", keys)
                        .build();
            } catch (KeySourceException unavailable) {
                return Health.down().withDetail("keys", "unavailable").build();
            }
        };
    }
}
