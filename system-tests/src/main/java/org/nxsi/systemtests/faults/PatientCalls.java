package org.nxsi.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.nxsi.local.keycloak.Tokens;
import org.nxsi.local.stack.StackAddresses;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls as people make them whose connection is bad: the same command under the same key until there is an answer that
 * says something, within a limit. Now and then somebody clicks twice: the same command leaves a second time, under the
 * same key or another one. What stood in the way is counted.
 */
final class PatientCalls {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MS = 250;
    private static final int CLICKS = 3;
    private static final String JSON_TYPE = "application/json";
    private static final String CLIENT = "ops-console";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final StackAddresses addresses;
    private final Map<String, Integer> hindrances = new ConcurrentHashMap<>();
    private final Random clicks;
    private volatile Tokens tokens;

    /** @param clicks decides which commands leave twice */
    PatientCalls(StackAddresses addresses, Random clicks) {
        this.addresses = addresses;
        this.clicks = clicks;
        this.tokens = new Tokens(http, addresses.realm());
    }

    /** What stood in the way so far, and how often. */
    Map<String, Integer> hindrances() {
        return new TreeMap<>(hindrances);
    }

    Reply get(String user, String path) throws InterruptedException {
        return until(() -> staff(user, path).GET());
    }

    /** A command through the gateway. */
    Reply post(String user, String path, JsonNode body) throws InterruptedException {
        return send(user, "POST", path, JSON.writeValueAsBytes(body));
    }

    Reply put(String user, String path, JsonNode body) throws InterruptedException {
        return send(user, "PUT", path, JSON.writeValueAsBytes(body));
    }

    /** A file, once: a roster handed in twice is two imports, and the second may come while the run is calculated. */
    Reply upload(String user, String path, byte[] file) throws InterruptedException {
        return until(command(user, "POST", path, "text/csv", UUID.randomUUID().toString(), file));
    }

    /** The simulated partners' own side. */
    Reply partners(String path) throws InterruptedException {
        return until(() -> plain(addresses.simulators() + path).GET());
    }

    Reply partners(String method, String path, String type, byte[] body) throws InterruptedException {
        return until(() -> plain(addresses.simulators() + path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Reply send(String user, String method, String path, byte[] body) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        if (clicks.nextInt(CLICKS) == 0) {
            String second = clicks.nextBoolean() ? key : key + "-twin";
            Thread.ofVirtual().start(() -> clickAgain(command(user, method, path, JSON_TYPE, second, body)));
        }
        return until(command(user, method, path, JSON_TYPE, key, body));
    }

    private Draft command(String user, String method, String path, String type, String key, byte[] body) {
        return () -> staff(user, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** Nobody looks at what is answered. */
    private void clickAgain(Draft command) {
        try {
            http.send(command.request().build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException lost) {
            hindrances.merge("second click lost", 1, Integer::sum);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder staff(String user, String path) throws IOException, InterruptedException {
        return plain(addresses.gateway() + path)
                .header("Authorization", "Bearer " + tokens.of(user, CLIENT))
                .header("Accept", "application/json, application/problem+json");
    }

    private static HttpRequest.Builder plain(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(ANSWER_LIMIT);
    }

    private interface Draft {
        HttpRequest.Builder request() throws IOException, InterruptedException;
    }

    private Reply until(Draft draft) throws InterruptedException {
        long end_ns = System.nanoTime() + PATIENCE.toNanos();
        String hindrance;
        do {
            try {
                Reply reply = reply(http.send(draft.request().build(), HttpResponse.BodyHandlers.ofByteArray()));
                if (!reply.isPassing()) {
                    return reply;
                }
                hindrance = reply.status() + " " + reply.code();
                if (reply.status() == 401) {
                    tokens = new Tokens(http, addresses.realm());
                }
            } catch (IOException | JacksonException lost) {
                hindrance = lost.getClass().getSimpleName();
            }
            hindrances.merge(hindrance, 1, Integer::sum);
            Thread.sleep(PAUSE_MS);
        } while (System.nanoTime() < end_ns);
        throw new RoundFailure("no answer within " + PATIENCE.toSeconds() + " s, the last time: " + hindrance);
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        byte[] bytes = response.body();
        try {
            return new Reply(response.statusCode(), bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes));
        } catch (JacksonException notJson) {
            return new Reply(response.statusCode(), JSON.createObjectNode());
        }
    }
}
