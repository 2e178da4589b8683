package org.nxsi.platform.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends events and tells which ones the brokers have: all in-sync replicas, idempotent producer. */
final class EventSender {

    /** Shorter than the relay's lease, so that no send is under way when another relay takes over. */
    static final int DELIVERY_LIMIT_MS = 15_000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEvents cloudEvents;

    EventSender(KafkaTemplate<String, byte[]> kafka, CloudEvents cloudEvents) {
        this.kafka = kafka;
        this.cloudEvents = cloudEvents;
    }

    /** @return how many from the beginning of the list are safe; the first failure ends the count */
    int send(List<OutboxEvent> events) {
        List<CompletableFuture<?>> sent = new ArrayList<>(events.size());
        for (OutboxEvent event : events) {
            sent.add(kafka.send(event.topic(), event.key(), cloudEvents.write(event)));
        }
        int safe = 0;
        for (CompletableFuture<?> each : sent) {
            try {
                each.get(DELIVERY_LIMIT_MS, TimeUnit.MILLISECONDS);
                safe++;
            } catch (ExecutionException | TimeoutException notSent) {
                return safe;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return safe;
            }
        }
        return safe;
    }
}
