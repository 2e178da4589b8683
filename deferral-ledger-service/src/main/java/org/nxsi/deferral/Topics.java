package org.nxsi.deferral;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** What this service says, and what it could not digest. Replicas and retention are the cluster's own settings. */
@Configuration(proxyBeanMethods = false)
public class Topics {

    /** Facts for other services. */
    public static final String EVENTS = "deferral.events";

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic events() {
        return TopicBuilder.name(EVENTS).partitions(PARTITIONS).build();
    }

    @Bean
    NewTopic deadLetterTopic() {
        return TopicBuilder.name("deferral-ledger-service.dead-letters")
                .partitions(1)
                .build();
    }
}
