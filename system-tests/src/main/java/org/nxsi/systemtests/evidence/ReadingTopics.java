package org.nxsi.systemtests.evidence;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads topics from their beginning to where they end now, as a plain consumer of no group. */
final class ReadingTopics {

    static final String EVENTS = "pension.events";
    static final String WORK = "pension.work";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LIMIT_MS = 10_000;

    private final String bootstrap;

    ReadingTopics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** @throws NotSeen if the brokers cannot be reached or are too slow */
    Topic events() {
        Set<String> ids = new HashSet<>();
        boolean fromTheBeginning = read(List.of(EVENTS), each -> {
            String id = id(each.value());
            if (id != null) {
                ids.add(id);
            }
        });
        return new Topic(ids, fromTheBeginning);
    }

    /** @return whether nothing has been dropped from the topics' beginnings */
    boolean read(List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> take) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long limit_ns = System.nanoTime() + LIMIT.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > limit_ns) {
                    throw new NotSeen("the end of " + topics + " at " + bootstrap + " was not reached within " + LIMIT);
                }
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                    if (each.offset() < ends.getOrDefault(new TopicPartition(each.topic(), each.partition()), 0L)) {
                        take.accept(each);
                    }
                }
            }
            return consumer.beginningOffsets(partitions).values().stream().allMatch(begin -> begin == 0);
        } catch (KafkaException unreachable) {
            throw new NotSeen(
                    "the brokers at " + bootstrap + " cannot be read: " + unreachable.getMessage(), unreachable);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "enable.auto.commit",
                        false,
                        "default.api.timeout.ms",
                        LIMIT_MS,
                        "request.timeout.ms",
                        LIMIT_MS - 1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static @Nullable String id(byte @Nullable [] event) {
        try {
            return event == null ? null : JSON.readTree(event).path("id").asString(null);
        } catch (JacksonException notAnEvent) {
            return null;
        }
    }
}
