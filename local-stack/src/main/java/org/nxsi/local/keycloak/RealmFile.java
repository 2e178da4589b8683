package org.nxsi.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm that is imported: the bureau's realm as it would be in production, and over it what holds on this machine
 * only: demo people with a password that everyone knows, direct grants, clients' secrets, plain HTTP.
 */
public final class RealmFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REALM = "nxsi-realm.json";
    private static final String OVERLAY = "local-overlay.json";

    private RealmFile() {}

    /** The realm as it would be in production: no demo people, no direct grants, no secrets. */
    static ObjectNode production() {
        return read(REALM);
    }

    static ObjectNode overlay() {
        return read(OVERLAY);
    }

    /** What is imported on this machine. */
    static ObjectNode local() {
        return merge(production(), overlay());
    }

    /**
     * The realm with the overlay's fields in place of its own; clients are merged one by one by {@code clientId}, users are
     * added.
     *
     * @throws IllegalArgumentException if the overlay names a client that the realm does not have
     */
    static ObjectNode merge(ObjectNode realm, ObjectNode overlay) {
        ObjectNode merged = realm.deepCopy();
        for (var field : overlay.properties()) {
            switch (field.getKey()) {
                case "clients" -> field.getValue().forEach(client -> mergeClient(merged.withArray("clients"), client));
                case "users" ->
                    field.getValue().forEach(user -> merged.withArray("users").add(user));
                default -> merged.set(field.getKey(), field.getValue());
            }
        }
        return merged;
    }

    static String write(ObjectNode realm) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private static void mergeClient(ArrayNode clients, JsonNode overlay) {
        String id = overlay.path("clientId").asString();
        for (JsonNode client : clients) {
            if (client.path("clientId").asString().equals(id)) {
                ((ObjectNode) client).setAll((ObjectNode) overlay);
                return;
            }
        }
        throw new IllegalArgumentException("the overlay names a client that the realm does not have: " + id);
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Objects.requireNonNull(RealmFile.class.getResourceAsStream("/keycloak/" + name), name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
