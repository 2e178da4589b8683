package org.nxsi.platform.events;

import java.util.Map;

/**
 * What a service listens to. A bean of this type starts a consumer.
 *
 * @param group Kafka consumer group; all instances of a service share it
 * @param topic topic
 * @param concurrency consumer threads of one instance
 * @param handlers by event type; other types are passed over
 */
public record Subscription(String group, String topic, int concurrency, Map<String, EventHandler> handlers) {}
