package org.nxsi.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Issues tokens as the realm does, with a key of its own that it publishes over HTTP. */
final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/realms/nxsi/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/nxsi";
    }

    /** A citizen's token of a channel. */
    String citizen(String channel) {
        return token(channel, "citizen-1", List.of("citizen"), Map.of("person_id", "abcdefghijklmnopqrstuvwxyz"));
    }

    String citizen(String channel, String subject) {
        return token(channel, subject, List.of("citizen"), Map.of("person_id", subject));
    }

    String staff(String role) {
        return token("ops-console", "staff-" + role, List.of(role), Map.of("agency", "640000"));
    }

    String bank(String client, String code) {
        return partner("bank", client, code);
    }

    /** @param kind role of the partner: bank, collector, agency */
    String partner(String kind, String client, String code) {
        return token(client, client, List.of(kind), Map.of("partner", code));
    }

    String token(String client, String subject, List<String> roles, Map<String, Object> claims) {
        return token(uri(), "gateway", client, subject, roles, claims, Duration.ofMinutes(5));
    }

    String token(
            String issuer,
            String audience,
            String client,
            String subject,
            List<String> roles,
            Map<String, Object> claims,
            Duration life) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(List.of(audience, "pension-service"))
                .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(now.plus(life)))
                .claim("azp", client)
                .claim("realm_access", Map.of("roles", roles));
        claims.forEach(body::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), body.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
