package org.nxsi.benchmarks.assessment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.nxsi.local.keycloak.Tokens;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.stack.StackAddresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands through the gateway, as the demo's people. */
final class Calls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration WAITING = Duration.ofMinutes(2);
    private static final long PAUSE_MS = 500;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StackAddresses addresses;
    private final Tokens tokens;

    Calls(StackAddresses addresses) {
        this.addresses = addresses;
        this.tokens = new Tokens(http, addresses.realm());
    }

    /** At the console. */
    JsonNode staff(String user, String method, String path, Object body) throws InterruptedException {
        return send(user, "ops-console", method, path, body);
    }

    /** As the employer's agent on the web channel. */
    JsonNode agent(String path, Object body) throws InterruptedException {
        return send("agent", "web", "POST", "/web" + path, body);
    }

    /** A service that starts or is busy (503, 429) is asked again, under the same key. */
    private JsonNode send(String user, String client, String method, String path, Object body)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        byte[] bytes = JSON.writeValueAsBytes(body);
        long since_ns = System.nanoTime();
        while (true) {
            try {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(URI.create(addresses.gateway() + path))
                                .timeout(LIMIT)
                                .header("Authorization", "Bearer " + tokens.of(user, client))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() / 100 == 2) {
                    return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
                }
                boolean later = answer.statusCode() == 503 || answer.statusCode() == 429;
                if (!later || System.nanoTime() - since_ns > WAITING.toNanos()) {
                    throw new MonthFailure(method + " " + path + ": " + answer.statusCode() + " "
                            + new String(answer.body(), StandardCharsets.UTF_8));
                }
            } catch (IOException lost) {
                if (System.nanoTime() - since_ns > WAITING.toNanos()) {
                    throw new MonthFailure(method + " " + path + ": " + lost.getMessage(), lost);
                }
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
