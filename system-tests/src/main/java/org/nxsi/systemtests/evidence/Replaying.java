package org.nxsi.systemtests.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends every record of the service's topics a second time, as a crash of the sender at every place would. */
final class Replaying {

    private static final List<String> TOPICS = List.of(ReadingTopics.EVENTS, ReadingTopics.WORK);
    private static final long ADMIN_LIMIT_S = 20;

    private final String bootstrap;

    Replaying(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** @return how many were sent again */
    long sendAll() {
        AtomicLong sent = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            new ReadingTopics(bootstrap).read(TOPICS, each -> {
                sent.incrementAndGet();
                producer.send(again(each), (_, failed) -> failure.compareAndSet(null, failed));
            });
            producer.flush();
        } catch (KafkaException failed) {
            throw new NotSeen("the replay failed: " + failed.getMessage(), failed);
        }
        if (failure.get() != null) {
            throw new NotSeen("the replay failed: " + failure.get());
        }
        return sent.get();
    }

    /** How many records of the topics some group of consumers has not finished yet. */
    long lag() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            long lag = 0;
            for (GroupListing group : admin.listGroups().all().get(ADMIN_LIMIT_S, TimeUnit.SECONDS)) {
                lag += lag(admin, group.groupId());
            }
            return lag;
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new NotSeen("the consumers' places cannot be read: " + failed, failed);
        }
    }

    private static long lag(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> places = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(ADMIN_LIMIT_S, TimeUnit.SECONDS);
        Map<TopicPartition, Long> done = new HashMap<>();
        places.forEach((partition, place) -> {
            if (place != null && TOPICS.contains(partition.topic())) {
                done.put(partition, place.offset());
            }
        });
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        done.keySet().forEach(each -> latest.put(each, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get(ADMIN_LIMIT_S, TimeUnit.SECONDS).entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - done.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> each) {
        return new ProducerRecord<>(each.topic(), each.partition(), each.key(), each.value(), each.headers());
    }
}
