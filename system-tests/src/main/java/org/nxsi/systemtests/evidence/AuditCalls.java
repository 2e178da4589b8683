package org.nxsi.systemtests.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.keycloak.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lists to their end, a page at a time, with an auditor's token; patient with an answer that asks to come again. */
final class AuditCalls implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int ATTEMPTS = 12;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);
    private static final int REASON_LIMIT = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AuditedSystem system;
    private final Tokens tokens;

    AuditCalls(AuditedSystem system) {
        this.system = system;
        this.tokens = new Tokens(http, system.realm());
    }

    private record Page<T>(List<T> items, @Nullable String next) {}

    /** A whole list of the auditor's. */
    <T> List<T> all(String list, Class<T> type) throws InterruptedException {
        List<T> all = new ArrayList<>();
        each(list, type, 1_000, all::add);
        return all;
    }

    /** A list of the auditor's, from its beginning to its end. */
    <T> void each(String list, Class<T> type, int limit, Consumer<T> take) throws InterruptedException {
        pages(system.gateway() + "/admin/v1/audit/" + list + "?limit=" + limit, true, type, take);
    }

    <T> T one(String name, Class<T> type) throws InterruptedException {
        return read(URI.create(system.gateway() + "/admin/v1/audit/" + name), true, JSON.constructType(type));
    }

    /** A paged list that needs no token. */
    <T> void open(URI list, Class<T> type, Consumer<T> take) throws InterruptedException {
        pages(list.toString(), false, type, take);
    }

    JsonNode openTree(URI address) throws InterruptedException {
        return read(address, false, JSON.constructType(JsonNode.class));
    }

    static <T> T value(JsonNode node, Class<T> type) {
        return JSON.treeToValue(node, type);
    }

    private <T> void pages(String first, boolean asAuditor, Class<T> type, Consumer<T> take)
            throws InterruptedException {
        JavaType pageType = JSON.getTypeFactory().constructParametricType(Page.class, type);
        @Nullable String cursor = null;
        do {
            URI address = URI.create(cursor == null ? first : first + "&cursor=" + cursor);
            Page<T> page = read(address, asAuditor, pageType);
            page.items().forEach(take);
            cursor = page.next();
        } while (cursor != null);
    }

    private <T> T read(URI address, boolean asAuditor, JavaType type) throws InterruptedException {
        String why = "no answer";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<InputStream> response =
                        http.send(request(address, asAuditor), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    if (response.statusCode() == 200) {
                        return JSON.readValue(body, type);
                    }
                    why = "HTTP " + response.statusCode() + " "
                            + new String(body.readNBytes(REASON_LIMIT), StandardCharsets.UTF_8);
                }
                if (!COME_AGAIN.contains(response.statusCode())) {
                    break;
                }
            } catch (IOException | JacksonException cutOff) {
                why = String.valueOf(cutOff.getMessage() == null ? cutOff : cutOff.getMessage());
            }
            Thread.sleep(PAUSE.multipliedBy(attempt));
        }
        throw new NotSeen(address.getPath() + " of " + address.getAuthority() + " cannot be read: " + why);
    }

    private HttpRequest request(URI address, boolean asAuditor) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json");
        if (asAuditor) {
            String token =
                    system.token().isPresent() ? system.token().get() : tokens.of(system.auditor(), "ops-console");
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    @Override
    public void close() {
        http.close();
    }
}
