package org.nxsi.simulators.callback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens by client credentials, kept until shortly before they expire. */
final class PartnerTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final GatewaySettings settings;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private @Nullable URI tokenEndpoint;

    private record Token(String value, Instant expires) {
        boolean isFresh() {
            return Instant.now().plus(MARGIN).isBefore(expires);
        }
    }

    PartnerTokens(HttpClient http, GatewaySettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** @throws IOException if the issuer does not give one */
    String of(String bank) throws IOException, InterruptedException {
        Token known = tokens.get(bank);
        if (known != null && known.isFresh()) {
            return known.value();
        }
        fetching.lockInterruptibly();
        try {
            Token meanwhile = tokens.get(bank);
            Token token = meanwhile != null && meanwhile.isFresh() ? meanwhile : fetch(bank);
            tokens.put(bank, token);
            return token.value();
        } finally {
            fetching.unlock();
        }
    }

    /** The gateway did not take it: the next call fetches another. */
    void forget(String bank) {
        tokens.remove(bank);
    }

    private Token fetch(String bank) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded("bank-" + bank) + "&client_secret="
                + encoded(settings.secretOf(bank));
        HttpRequest request = HttpRequest.newBuilder(endpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        JsonNode answer = json(request);
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(60));
        return new Token(text(answer, "access_token"), Instant.now().plus(lifetime));
    }

    private URI endpoint() throws IOException, InterruptedException {
        URI known = tokenEndpoint;
        if (known == null) {
            URI discovery = URI.create(settings.issuer() + "/.well-known/openid-configuration");
            JsonNode answer =
                    json(HttpRequest.newBuilder(discovery).timeout(TIMEOUT).build());
            known = URI.create(text(answer, "token_endpoint"));
            tokenEndpoint = known;
        }
        return known;
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the issuer answers " + response.statusCode() + " at "
                    + request.uri().getPath());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException("the issuer does not answer JSON", e);
        }
    }

    private static String text(JsonNode answer, String name) throws IOException {
        if (!answer.path(name).isString()) {
            throw new IOException("the issuer's answer has no " + name);
        }
        return answer.path(name).stringValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
