package org.nxsi.local.month;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.nxsi.local.keycloak.Tokens;
import org.nxsi.local.stack.StackAddresses;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to the gateway as a person of the bureau, and to the simulated partners' own side. An answer that asks to come
 * again (429, 503) or a lost connection is repeated a few times: commands carry a key that makes this harmless.
 */
final class HttpCalls {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 12;
    private static final String STAFF_CLIENT = "ops-console";
    private static final String JSON_TYPE = "application/json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final StackAddresses addresses;
    private final Tokens tokens;

    HttpCalls(StackAddresses addresses) {
        this.addresses = addresses;
        this.tokens = new Tokens(http, addresses.realm());
    }

    /** Reads through the gateway. */
    Reply get(String user, String path) throws InterruptedException {
        return repeat(() -> staff(user, path).GET());
    }

    /** A command through the gateway. */
    Reply post(String user, String path, String key, JsonNode body) throws InterruptedException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        return repeat(() -> staff(user, path)
                .header("Content-Type", JSON_TYPE)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** Sets a value through the gateway. */
    Reply put(String user, String path, JsonNode body) throws InterruptedException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        return repeat(() -> staff(user, path)
                .header("Content-Type", JSON_TYPE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** A file through the gateway, streamed. */
    Reply upload(String user, String path, String key, String type, HttpRequest.BodyPublisher file)
            throws InterruptedException {
        return repeat(() -> staff(user, path)
                .timeout(UPLOAD_LIMIT)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(file));
    }

    /** The simulated partners' own side: what only their operators can do or see. */
    Reply partners(String path) throws InterruptedException {
        return repeat(() -> partner(path).GET());
    }

    Reply partnersPost(String path, JsonNode body) throws InterruptedException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        return repeat(() ->
                partner(path).header("Content-Type", JSON_TYPE).POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    Reply partnersPut(String path, String type, HttpRequest.BodyPublisher file) throws InterruptedException {
        return repeat(() ->
                partner(path).timeout(UPLOAD_LIMIT).header("Content-Type", type).PUT(file));
    }

    private HttpRequest.Builder staff(String user, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(addresses.gateway() + path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + tokens.of(user, STAFF_CLIENT))
                .header("Accept", JSON_TYPE + ", application/problem+json");
    }

    private HttpRequest.Builder partner(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.simulators() + path)).timeout(ANSWER_LIMIT);
    }

    private interface Draft {
        HttpRequest.Builder request() throws IOException, InterruptedException;
    }

    private Reply repeat(Draft draft) throws InterruptedException {
        IOException lost = new IOException("never tried");
        Reply last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                last = reply(http.send(draft.request().build(), HttpResponse.BodyHandlers.ofByteArray()));
                if (last.status() != 429 && last.status() != 503) {
                    return last;
                }
            } catch (IOException failure) {
                lost = failure;
            }
            Thread.sleep(PAUSE.multipliedBy(attempt));
        }
        if (last != null) {
            return last;
        }
        throw new MonthFailure("no answer: " + lost.getMessage(), lost);
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Optional<String> location = response.headers().firstValue("Location");
        try {
            byte[] bytes = response.body();
            return new Reply(
                    response.statusCode(),
                    bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes),
                    location);
        } catch (JacksonException notJson) {
            return new Reply(response.statusCode(), JSON.createObjectNode(), location);
        }
    }
}
