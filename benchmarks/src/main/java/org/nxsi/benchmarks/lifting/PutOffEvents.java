package org.nxsi.benchmarks.lifting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nxsi.local.month.MonthFailure;

/**
 * Flexible workers who put off February 2020, a thousand to an event, as the service that finds them would say it. Made
 * before anything is measured.
 */
final class PutOffEvents {

    static final int LINES = 1_000;

    private static final String TOPIC = "enrollment.events";
    private static final String OPAQUE = "abcdefghijklmnopqrstuvwxyz234567";

    /** An opaque id ends in one of these: 26 letters hold two bits more than 16 bytes. */
    private static final String LAST = "aeimquy4";

    private static final int OPAQUE_LETTERS = 25;
    private static final String[] AREAS = {"640104", "640202", "640302", "640402", "640502"};

    private final List<byte[]> events = new ArrayList<>();

    PutOffEvents(long entries, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long from = 0; from < entries; from += LINES) {
            events.add(event(events.size(), (int) Math.min(LINES, entries - from), random));
        }
    }

    int count() {
        return events.size();
    }

    /** Sends all of them and waits until the broker has them. */
    void send(String bootstrap) throws InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all", "compression.type", "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                sent.add(producer.send(new ProducerRecord<>(TOPIC, "bench-" + i, events.get(i))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new MonthFailure("the broker did not take an event: " + refused.getMessage(), refused);
        }
    }

    private static byte[] event(int number, int lines, SplittableRandom random) {
        StringBuilder text = new StringBuilder(lines * 300);
        text.append("{\"specversion\":\"1.0\",\"id\":\"bench-%06d\",\"source\":\"urn:nxsi:bench\",".formatted(number))
                .append("\"type\":\"enrollment.business-put-off\",\"subject\":\"bench\",\"aggregateversion\":1,")
                .append(
                        "\"time\":\"2020-02-26T01:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":{\"lines\":[");
        for (int line = 0; line < lines; line++) {
            text.append(line == 0 ? "" : ",").append(line(random));
        }
        return text.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(SplittableRandom random) {
        StringBuilder person = new StringBuilder(OPAQUE_LETTERS + 1);
        for (int letter = 0; letter < OPAQUE_LETTERS; letter++) {
            person.append(OPAQUE.charAt(random.nextInt(OPAQUE.length())));
        }
        person.append(LAST.charAt(random.nextInt(LAST.length())));
        return """
                {"subjectKind":"FLEXIBLE_WORKER","subjectId":"%s","kind":"CONTRIBUTION","scheme":"110","month":"2020-02",\
                "area":"%s","dueDate":"2020-02-25","amount":"%d.%02d","reason":"疫情期间未能缴费","channel":"SYSTEM"}""".formatted(
                        person, AREAS[random.nextInt(AREAS.length)], 671 + random.nextInt(2_000), random.nextInt(100));
    }
}
