package org.nxsi.platform.events;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An event as a consumer sees it; the parts of {@link OutboxEvent}, the data parsed. */
public record ReceivedEvent(
        String id, String key, String type, String subject, long version, Instant time, JsonNode data) {}
