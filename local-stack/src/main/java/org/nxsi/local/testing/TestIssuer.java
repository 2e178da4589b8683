package org.nxsi.local.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Issues tokens as the realm does, with a key of its own and its public half where services look for it. Point
 * {@code nxsi.issuer-uri} at {@link #uri}.
 */
public final class TestIssuer implements AutoCloseable {

    private static final String REALM = "/realms/nxsi";
    private static final int KEY_BITS = 2048;

    private final HttpServer server;
    private final RSAKey key;

    private TestIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** Listens on any free port of 127.0.0.1. */
    public static TestIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("test").generate();
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext(REALM + "/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
            server.start();
            return new TestIssuer(server, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key", e);
        }
    }

    /** The issuer as it stands in the tokens. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    /**
     * A token to be completed: {@code issuer.token("clerk").client("ops-console").roles(Role.CLERK)
     * .audience("pension-service").claim("agency", "640000").signed()}.
     *
     * @param subject the account
     */
    public TestToken token(String subject) {
        return new TestToken(key, uri(), subject);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
