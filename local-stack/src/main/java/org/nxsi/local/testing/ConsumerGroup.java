package org.nxsi.local.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the instances of a service have got with a topic, and a way to make them begin again. */
public final class ConsumerGroup implements AutoCloseable {

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrap()));
    private final String group;
    private final List<TopicPartition> partitions;

    public ConsumerGroup(String group, String topic) {
        this.group = group;
        int count = get(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .partitions()
                .size();
        this.partitions = IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Client ids of those who listen now. */
    public List<String> clients() {
        return get(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .members()
                .stream()
                .map(MemberDescription::clientId)
                .toList();
    }

    /** Whether all that the topic holds has been worked off. */
    public boolean isUpToDate() {
        Map<TopicPartition, @Nullable OffsetAndMetadata> done =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return get(admin.listOffsets(forEach(partition -> OffsetSpec.latest())).all()).entrySet().stream()
                .allMatch(end -> end.getValue().offset() == offset(done.get(end.getKey())));
    }

    /** Back to the beginning; nobody may be listening. */
    public void rewind() {
        get(admin.alterConsumerGroupOffsets(group, forEach(partition -> new OffsetAndMetadata(0)))
                .all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private <T> Map<TopicPartition, T> forEach(Function<TopicPartition, T> value) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, value));
    }

    private static long offset(@Nullable OffsetAndMetadata done) {
        return done == null ? 0 : done.offset();
    }

    private static <T> T get(@Nullable KafkaFuture<T> answer) {
        try {
            return Objects.requireNonNull(answer).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
