package org.nxsi.platform.events;

import java.time.Instant;

/**
 * A fact that waits in its aggregate's document until Kafka has it.
 *
 * @param id unique for ever, and the same when the change that caused it is repeated
 * @param topic where it goes
 * @param key person, employer or whatever else its order matters for
 * @param type such as {@code pension.run-released}
 * @param subject the aggregate
 * @param version the aggregate's version after the change; consumers ignore what is older than what they know
 * @param time when it became true, real clock
 * @param data JSON text
 */
public record OutboxEvent(
        String id, String topic, String key, String type, String subject, long version, Instant time, String data) {}
