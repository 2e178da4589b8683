package org.nxsi.platform.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole topic from its beginning, without a consumer group, and goes on following it. A broker that is away is
 * waited for; after a failure all of it is read again, beside the copy that stands.
 */
final class PeriodsReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PeriodsReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MS = 1_000;

    private final EmergencyPeriods periods;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Runnable makeTopic;
    private final JsonMapper json;
    private volatile @Nullable CountDownLatch stopped;

    /** @param makeTopic makes the topic unless it is there; may do nothing if the broker is away */
    PeriodsReader(
            EmergencyPeriods periods,
            Supplier<Consumer<String, byte[]>> consumers,
            Runnable makeTopic,
            JsonMapper json) {
        this.periods = periods;
        this.consumers = consumers;
        this.makeTopic = makeTopic;
        this.json = json;
    }

    @Override
    public void start() {
        CountDownLatch until = new CountDownLatch(1);
        stopped = until;
        Thread.ofPlatform().daemon().name("emergency-periods").start(() -> keepFollowing(until));
    }

    @Override
    public void stop() {
        CountDownLatch until = stopped;
        if (until != null) {
            until.countDown();
        }
        stopped = null;
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    private void keepFollowing(CountDownLatch until) {
        while (until.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer, until);
            } catch (RuntimeException failed) {
                log.warn("the emergency periods will be read again: {}", failed.toString());
            }
            pause(until);
        }
    }

    private void follow(Consumer<String, byte[]> consumer, CountDownLatch until) {
        List<PartitionInfo> found = consumer.partitionsFor(EmergencyPeriods.TOPIC);
        if (found == null || found.isEmpty()) {
            makeTopic.run();
            return;
        }
        List<TopicPartition> partitions = found.stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        RegionStates states = new RegionStates(json);
        boolean complete = false;
        while (until.getCount() > 0) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                states.take(record.key() == null ? "" : record.key(), record.value());
            }
            boolean wasComplete = complete;
            complete = complete || (isAt(consumer, ends) && isReadable(states));
            if (complete && (!wasComplete || !records.isEmpty())) {
                periods.replace(states.periods());
            }
        }
    }

    private static boolean isAt(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** A service that starts with a hole in its copy would act as if there were no emergency. */
    private static boolean isReadable(RegionStates states) {
        return states.unreadable().isEmpty();
    }

    private static void pause(CountDownLatch until) {
        try {
            boolean stopping = until.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            log.trace("stopping: {}", stopping);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
