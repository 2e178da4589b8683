package org.nxsi.platform.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends the events of many documents and tells which ones the brokers have: all in-sync replicas, idempotent producer.
 * A document's next event leaves only when the one before has arrived, so that a failure leaves no gap that a later
 * event jumps over; the documents do not wait for each other.
 */
class EventSender {

    /** How long the producer tries to deliver one event. */
    static final int DELIVERY_LIMIT_MS = 15_000;

    /** How long the producer looks for a topic. */
    static final int BLOCKED_LIMIT_MS = 5_000;

    /** No send begins later than this, so that all is over well before the relay's lease ends. */
    static final int STARTING_LIMIT_MS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEvents cloudEvents;

    EventSender(KafkaTemplate<String, byte[]> kafka, CloudEvents cloudEvents) {
        this.kafka = kafka;
        this.cloudEvents = cloudEvents;
    }

    /** @return for each document, how many of its events, from the first on, are safe */
    int[] send(List<List<OutboxEvent>> documents) {
        long started_nanos = System.nanoTime();
        int[] safe = new int[documents.size()];
        List<Integer> going = IntStream.range(0, safe.length)
                .filter(document -> !documents.get(document).isEmpty())
                .boxed()
                .toList();
        while (!going.isEmpty() && mayStart(started_nanos)) {
            going = sendNext(documents, going, safe, started_nanos);
        }
        return safe;
    }

    /** The next event of each document; answers the documents that have more. */
    private List<Integer> sendNext(
            List<List<OutboxEvent>> documents, List<Integer> going, int[] safe, long started_nanos) {
        Map<Integer, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (int document : going) {
            if (mayStart(started_nanos)) {
                sent.put(document, send(documents.get(document).get(safe[document])));
            }
        }
        List<Integer> goOn = new ArrayList<>();
        sent.forEach((document, delivery) -> {
            if (arrived(delivery) && ++safe[document] < documents.get(document).size()) {
                goOn.add(document);
            }
        });
        return goOn;
    }

    private CompletableFuture<?> send(OutboxEvent event) {
        try {
            return kafka.send(event.topic(), event.key(), cloudEvents.write(event));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static boolean arrived(CompletableFuture<?> delivery) {
        try {
            delivery.get(DELIVERY_LIMIT_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notSent) {
            log.warn("an event was not sent: {}", String.valueOf(notSent.getCause()));
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean mayStart(long started_nanos) {
        return System.nanoTime() - started_nanos < TimeUnit.MILLISECONDS.toNanos(STARTING_LIMIT_MS);
    }
}
