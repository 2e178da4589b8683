package org.nxsi.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** One container per subscription. A transient failure holds its partition back, for as long as it takes. */
final class EventConsumers implements SmartLifecycle {

    private static final int RECORDS_AT_ONCE = 20;
    /** A topic whose owner starts later than its listeners is found so soon. */
    private static final int TOPICS_LOOKED_FOR_MS = 10_000;

    private static final Duration LONGEST_HANDLING = Duration.ofMinutes(5);

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final DeadLetters deadLetters;
    private volatile boolean running;

    EventConsumers(List<EventProcessor> processors, DeadLetters deadLetters, String bootstrap, String instance) {
        this.deadLetters = deadLetters;
        processors.forEach(processor -> containers.add(container(processor, bootstrap, instance)));
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            EventProcessor processor, String bootstrap, String instance) {
        Subscription subscription = processor.subscription();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
        settings.put(
                ConsumerConfig.CLIENT_ID_CONFIG, subscription.group() + "-" + subscription.topic() + "-" + instance);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, TOPICS_LOOKED_FOR_MS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) LONGEST_HANDLING.toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        ContainerProperties properties = new ContainerProperties(subscription.topic());
        properties.setMessageListener((MessageListener<String, byte[]>) processor::process);
        properties.setAckMode(ContainerProperties.AckMode.RECORD);
        properties.setMissingTopicsFatal(false);
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                deadLetters.refresh();
            }
        });
        ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(subscription.concurrency());
        container.setBeanName(subscription.group() + "-" + subscription.topic());
        ExponentialBackOff patience = new ExponentialBackOff(200, 2.0);
        patience.setMaxInterval(5_000);
        patience.setMaxElapsedTime(Long.MAX_VALUE);
        container.setCommonErrorHandler(new DefaultErrorHandler(null, patience));
        return container;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
