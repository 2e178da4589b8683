package org.nxsi.local.testing;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The value at the path of names, such as {@code text("items", "0", "row")}; empty if there is none. */
    public String text(String... path) {
        JsonNode node = json();
        for (String name : path) {
            node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node.asString("");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
