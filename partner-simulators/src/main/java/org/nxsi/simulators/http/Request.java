package org.nxsi.simulators.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came in over HTTP.
 *
 * @param variables the values of the route's {@code {names}}
 */
record Request(Map<String, String> variables, Map<String, String> query, InputStream body) {

    private static final int MAX_JSON_BYTES = 16 * 1024;
    private static final int MAX_QUERY_PARTS = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", MAX_QUERY_PARTS)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    query.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise, int max) {
        try {
            int number = Integer.parseInt(query(name, Integer.toString(otherwise)));
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refusal(400, "bad-parameter", name + " is no number");
        }
        throw new Refusal(400, "bad-parameter", name + " must be 0 to " + max);
    }

    /** @throws Refusal 413 if longer */
    byte[] bytes(int max) throws IOException {
        byte[] bytes = body.readNBytes(max + 1);
        if (bytes.length > max) {
            throw new Refusal(413, "too-large", "the body is longer than " + max + " bytes");
        }
        return bytes;
    }

    /** @throws Refusal 400 unless JSON of this shape */
    <T> T json(Class<T> type) throws IOException {
        try {
            T value = JSON.readValue(bytes(MAX_JSON_BYTES), type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            throw new Refusal(400, "bad-json", "not the JSON that is expected here");
        }
        throw new Refusal(400, "bad-json", "not the JSON that is expected here");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "bad-parameter", "the query is not URL-encoded");
        }
    }
}
