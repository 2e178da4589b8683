package org.nxsi.platform.events;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one record to its handler, or out of the way of the others. */
final class EventProcessor {

    private static final Logger log = LoggerFactory.getLogger(EventProcessor.class);
    private static final int CAUSES_LOOKED_AT = 10;

    private final Subscription subscription;
    private final CloudEvents cloudEvents;
    private final DeadLetters deadLetters;

    EventProcessor(Subscription subscription, CloudEvents cloudEvents, DeadLetters deadLetters) {
        this.subscription = subscription;
        this.cloudEvents = cloudEvents;
        this.deadLetters = deadLetters;
    }

    void process(ConsumerRecord<String, byte[]> received) {
        DeadLetters.Position position =
                new DeadLetters.Position(received.topic(), received.partition(), received.offset());
        String key = received.key() == null ? "" : received.key();
        if (deadLetters.blocks(received.topic(), key)) {
            deadLetters.park(position, key, received.value());
            return;
        }
        try {
            apply(key, received.value());
        } catch (RuntimeException failed) {
            if (isTransient(failed)) {
                throw failed;
            }
            log.error("dead letter {}: {}", position.id(), failed.toString(), failed);
            deadLetters.bury(position, key, received.value(), failed.toString());
        }
    }

    void apply(String key, byte[] value) {
        ReceivedEvent event = cloudEvents.read(key, value);
        EventHandler handler = subscription.handlers().get(event.type());
        if (handler != null) {
            handler.handle(event);
        }
    }

    Subscription subscription() {
        return subscription;
    }

    /** Failures of store and network pass; everything else would fail again. */
    private static boolean isTransient(Throwable failed) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < CAUSES_LOOKED_AT; depth++, cause = cause.getCause()) {
            if (cause instanceof PoisonousEvent || cause instanceof MongoWriteException) {
                return false;
            }
            if (cause instanceof MongoException
                    || cause instanceof KafkaException
                    || cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
