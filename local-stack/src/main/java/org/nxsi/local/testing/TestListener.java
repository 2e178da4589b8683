package org.nxsi.local.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears all that is said on some topics, from their beginning. Not for several threads. */
public final class TestListener implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    TestListener(String bootstrap, List<String> topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Waits until so many records that fit have been heard, counted from the beginning.
     *
     * @return the records that fit, in the order heard; more than asked for if more were there
     * @throws AssertionError after 30 s
     */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> fits) {
        Instant limit = Instant.now().plus(LIMIT);
        while (fitting(fits).count() < count) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("heard " + fitting(fits).count() + " of " + count + " records");
            }
            listen();
        }
        return fitting(fits).toList();
    }

    /** All that fits of what the topics hold at this moment. */
    public List<ConsumerRecord<String, byte[]>> heardSoFar(Predicate<ConsumerRecord<String, byte[]>> fits) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Instant limit = Instant.now().plus(LIMIT);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("the topics' end was not reached");
            }
            listen();
        }
        return fitting(fits).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void listen() {
        consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
    }

    private Stream<ConsumerRecord<String, byte[]>> fitting(Predicate<ConsumerRecord<String, byte[]>> fits) {
        return heard.stream().filter(fits);
    }
}
