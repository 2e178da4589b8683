package org.nxsi.platform.events;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nxsi.platform.store.StoreConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** Kafka as every service uses it. */
@AutoConfiguration(after = StoreConfiguration.class)
@ConditionalOnProperty(name = "nxsi.events", havingValue = "true", matchIfMissing = true)
@EnableScheduling
public class EventsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EventsConfiguration.class);
    private static final double ALARM_S = 60;

    @Bean(destroyMethod = "destroy")
    DefaultKafkaProducerFactory<String, byte[]> eventProducers(@Value("${nxsi.kafka.bootstrap}") String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, EventSender.DELIVERY_LIMIT_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, EventSender.BLOCKED_LIMIT_MS);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        return new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes the topics that are declared as beans and missing. */
    @Bean
    KafkaAdmin kafkaAdmin(@Value("${nxsi.kafka.bootstrap}") String bootstrap) {
        return new KafkaAdmin(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    @Bean
    CloudEvents cloudEvents(JsonMapper json, @Value("${spring.application.name}") String service) {
        return new CloudEvents(json, service);
    }

    @Bean
    OutboxRelay outboxRelay(DefaultKafkaProducerFactory<String, byte[]> producers, CloudEvents cloudEvents) {
        return new OutboxRelay(new EventSender(new KafkaTemplate<>(producers), cloudEvents));
    }

    @Bean
    DeadLetters deadLetters(
            MongoDatabase database,
            OutboxRelay relay,
            JsonMapper json,
            @Value("${spring.application.name}") String service) {
        return new DeadLetters(database, relay, json, service);
    }

    @Bean
    EventConsumers eventConsumers(
            ObjectProvider<Subscription> subscriptions,
            CloudEvents cloudEvents,
            DeadLetters deadLetters,
            @Value("${nxsi.kafka.bootstrap}") String bootstrap,
            @Value("${nxsi.instance}") String instance) {
        List<EventProcessor> processors = processors(subscriptions, cloudEvents, deadLetters);
        return new EventConsumers(processors, deadLetters, bootstrap, instance);
    }

    @Bean
    DeadLetterController deadLetterController(
            ObjectProvider<Subscription> subscriptions, CloudEvents cloudEvents, DeadLetters deadLetters) {
        return new DeadLetterController(deadLetters, processors(subscriptions, cloudEvents, deadLetters));
    }

    @Bean
    KafkaHealthIndicator kafkaHealthIndicator(@Value("${nxsi.kafka.bootstrap}") String bootstrap) {
        return new KafkaHealthIndicator(bootstrap);
    }

    @Bean
    OutboxSweep outboxSweep(OutboxRelay relay, MeterRegistry meters) {
        meters.gauge("nxsi.outbox.oldest.seconds", relay, OutboxRelay::oldest_s);
        return new OutboxSweep(relay);
    }

    private static List<EventProcessor> processors(
            ObjectProvider<Subscription> subscriptions, CloudEvents cloudEvents, DeadLetters deadLetters) {
        return subscriptions.stream()
                .map(subscription -> new EventProcessor(subscription, cloudEvents, deadLetters))
                .toList();
    }

    /** Looks for events that a crash left in their documents, and rings when one is older than a minute. */
    static class OutboxSweep {

        private final OutboxRelay relay;

        OutboxSweep(OutboxRelay relay) {
            this.relay = relay;
        }

        @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
        void sweep() {
            relay.sweep();
            try {
                double oldest_s = relay.oldest_s();
                if (oldest_s > ALARM_S) {
                    log.error("ALARM outbox: an event has been waiting for {} s", Math.round(oldest_s));
                }
            } catch (MongoException failed) {
                log.warn("cannot tell how old the outbox is: {}", failed.toString());
            }
        }
    }
}
