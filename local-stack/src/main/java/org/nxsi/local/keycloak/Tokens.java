package org.nxsi.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the demo people by direct grant, kept until shortly before they end. Safe for several threads. */
public final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long RENEW_BEFORE_END_S = 30;
    private static final String DEMO_PASSWORD = "demo";

    private final HttpClient http;
    private final URI tokenEndpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, long end_ns) {

        boolean lasts() {
            return end_ns - System.nanoTime() > 0;
        }
    }

    /** @param realm the realm's address, for example {@code http://127.0.0.1:18180/realms/nxsi} */
    public Tokens(HttpClient http, URI realm) {
        this.http = http;
        this.tokenEndpoint = URI.create(realm + "/protocol/openid-connect/token");
    }

    /**
     * An access token of a demo person.
     *
     * @param client the channel it is for: {@code ops-console}, {@code web}, {@code m12333}, {@code my-ningxia}
     * @throws IOException if Keycloak cannot be reached or refuses
     */
    public String of(String user, String client) throws IOException, InterruptedException {
        Token known = tokens.get(client + " " + user);
        if (known != null && known.lasts()) {
            return known.value;
        }
        Token fresh = fetch(
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", DEMO_PASSWORD));
        tokens.put(client + " " + user, fresh);
        return fresh.value;
    }

    /**
     * An access token of a partner's own client, such as {@code collector-64}, by its local secret.
     *
     * @throws IOException if Keycloak cannot be reached or refuses
     */
    public String ofPartner(String client) throws IOException, InterruptedException {
        Token known = tokens.get(client);
        if (known != null && known.lasts()) {
            return known.value;
        }
        Token fresh = fetch(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", client + "-local-secret"));
        tokens.put(client, fresh);
        return fresh.value;
    }

    private Token fetch(Map<String, String> form) throws IOException, InterruptedException {
        long asked_ns = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException("no token for " + form.getOrDefault("username", form.get("client_id")) + ": "
                    + answer.path("error_description")
                            .asString(answer.path("error").asString("")));
        }
        long lasts_s = answer.path("expires_in").asLong() - RENEW_BEFORE_END_S;
        return new Token(
                answer.path("access_token").asString(),
                asked_ns + Duration.ofSeconds(lasts_s).toNanos());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
