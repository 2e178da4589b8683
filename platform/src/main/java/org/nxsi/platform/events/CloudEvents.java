package org.nxsi.platform.events;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** CloudEvents 1.0 in structured JSON mode; the aggregate's version is the extension {@code aggregateversion}. */
final class CloudEvents {

    private final JsonMapper json;
    private final String source;

    CloudEvents(JsonMapper json, String source) {
        this.json = json;
        this.source = "urn:nxsi:" + source;
    }

    byte[] write(OutboxEvent event) {
        ObjectNode cloudEvent = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", source)
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.time().toString())
                .put("datacontenttype", "application/json")
                .put("aggregateversion", event.version());
        cloudEvent.set("data", json.readTree(event.data()));
        return json.writeValueAsBytes(cloudEvent);
    }

    /** @throws PoisonousEvent for bytes that no repetition will turn into an event */
    ReceivedEvent read(String key, byte[] bytes) {
        try {
            JsonNode event = json.readTree(bytes);
            return new ReceivedEvent(
                    event.required("id").asString(),
                    key,
                    event.required("type").asString(),
                    event.path("subject").asString(""),
                    event.path("aggregateversion").asLong(0),
                    Instant.parse(event.required("time").asString()),
                    event.required("data"));
        } catch (RuntimeException notAnEvent) {
            throw new PoisonousEvent("not a CloudEvent: " + notAnEvent.getMessage(), notAnEvent);
        }
    }
}
