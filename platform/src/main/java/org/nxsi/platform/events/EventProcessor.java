package org.nxsi.platform.events;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one record to its handler, or out of the way of the others. */
final class EventProcessor {

    private static final Logger log = LoggerFactory.getLogger(EventProcessor.class);
    private static final int CAUSES_LOOKED_AT = 10;

    /** BadValue, FailedToParse, TypeMismatch, PathNotViable, ConflictingUpdateOperators, ImmutableField,
     * DocumentValidationFailure, DuplicateKey, BSONObjectTooLarge. */
    private static final Set<Integer> REFUSALS = Set.of(2, 9, 14, 28, 40, 66, 121, 11000, 10334);

    private static final byte[] NOTHING = {};

    private final Subscription subscription;
    private final CloudEvents cloudEvents;
    private final DeadLetters deadLetters;

    EventProcessor(Subscription subscription, CloudEvents cloudEvents, DeadLetters deadLetters) {
        this.subscription = subscription;
        this.cloudEvents = cloudEvents;
        this.deadLetters = deadLetters;
    }

    void process(ConsumerRecord<String, byte[]> received) {
        DeadLetters.Position position = new DeadLetters.Position(
                subscription.group(), received.topic(), received.partition(), received.offset());
        String key = received.key() == null ? "" : received.key();
        byte[] value = received.value() == null ? NOTHING : received.value();
        if (deadLetters.blocks(position, key)) {
            deadLetters.park(position, key, value);
            return;
        }
        try {
            apply(key, value);
        } catch (RuntimeException failed) {
            if (isTransient(failed)) {
                throw failed;
            }
            log.error("dead letter {}: {}", position.id(), failed.toString(), failed);
            deadLetters.bury(position, key, value, failed.toString());
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
            if (cause instanceof PoisonousEvent || isRefusedByStore(cause)) {
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

    /** The store is well and does not want the write itself. */
    private static boolean isRefusedByStore(Throwable cause) {
        return switch (cause) {
            case MongoWriteException refused -> true;
            case MongoBulkWriteException bulk -> !bulk.getWriteErrors().isEmpty();
            case MongoCommandException command -> REFUSALS.contains(command.getErrorCode());
            default -> false;
        };
    }
}
