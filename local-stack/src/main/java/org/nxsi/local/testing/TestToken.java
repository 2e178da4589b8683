package org.nxsi.local.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.nxsi.platform.web.Role;

/** A token in the making, with the realm's claims. Valid for five minutes unless told otherwise. */
public final class TestToken {

    private final RSAKey key;
    private final JWTClaimsSet.Builder claims;

    TestToken(RSAKey key, String issuer, String subject) {
        this.key = key;
        this.claims = new JWTClaimsSet.Builder().issuer(issuer).subject(subject);
        expiresIn(Duration.ofMinutes(5));
    }

    /** The client it was issued to ({@code azp}): a channel, {@code ops-console}, a bank, a service. */
    public TestToken client(String client) {
        claims.claim("azp", client);
        return this;
    }

    public TestToken roles(Role... roles) {
        List<String> names = Arrays.stream(roles).map(Role::claim).toList();
        claims.claim("realm_access", Map.of("roles", names));
        return this;
    }

    /** The services it is meant for. */
    public TestToken audience(String... services) {
        claims.audience(List.of(services));
        return this;
    }

    /** Such as {@code person_id}, {@code agency}, {@code employer}, {@code partner}, {@code acr}. */
    public TestToken claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    /** Negative: it has expired already. */
    public TestToken expiresIn(Duration life) {
        Instant now = Instant.now();
        claims.issueTime(Date.from(now.minusSeconds(5))).expirationTime(Date.from(now.plus(life)));
        return this;
    }

    /** The compact form, as it stands after {@code Bearer }. */
    public String signed() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
