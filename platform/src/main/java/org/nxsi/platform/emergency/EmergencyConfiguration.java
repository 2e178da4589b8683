package org.nxsi.platform.emergency;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that has events its copy of the emergency periods. */
@AutoConfiguration(afterName = "org.nxsi.platform.events.EventsConfiguration")
@ConditionalOnProperty(name = "nxsi.events", havingValue = "true", matchIfMissing = true)
public class EmergencyConfiguration {

    private static final int ASKING_LIMIT_MS = 10_000;

    /** Made by whoever starts first: one partition, since all of it is read by everybody and is small. */
    @Bean
    NewTopic emergencyPeriodsTopic() {
        return TopicBuilder.name(EmergencyPeriods.TOPIC).partitions(1).compact().build();
    }

    @Bean
    EmergencyPeriods emergencyPeriods() {
        return new EmergencyPeriods();
    }

    @Bean
    PeriodsReader emergencyPeriodsReader(
            EmergencyPeriods emergencyPeriods,
            KafkaAdmin admin,
            JsonMapper json,
            @Value("${nxsi.kafka.bootstrap}") String bootstrap,
            @Value("${nxsi.instance}") String instance) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, EmergencyPeriods.TOPIC + "-" + instance);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASKING_LIMIT_MS);
        return new PeriodsReader(
                emergencyPeriods,
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                admin::initialize,
                json);
    }

    @Bean
    PeriodsHealthIndicator emergencyPeriodsHealthIndicator(EmergencyPeriods emergencyPeriods) {
        return new PeriodsHealthIndicator(emergencyPeriods);
    }
}
