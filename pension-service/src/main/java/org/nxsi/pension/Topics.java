package org.nxsi.pension;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topics that this service writes. */
@Configuration(proxyBeanMethods = false)
public class Topics {

    /** Facts for other services. */
    public static final String EVENTS = "pension.events";

    /** Pieces of long work, for whichever instance is free. */
    public static final String WORK = "pension.work";

    /** What banks have said, to be applied; a topic of its own, so that a word never queues behind what is to be sent. */
    public static final String BANK_WORDS = "pension.bank-words";

    private static final int PARTITIONS = 12;

    @Bean
    NewTopic pensionEventsTopic(@Value("${nxsi.kafka.replication:1}") int replication) {
        return TopicBuilder.name(EVENTS)
                .partitions(PARTITIONS)
                .replicas(replication)
                .build();
    }

    @Bean
    NewTopic pensionWorkTopic(@Value("${nxsi.kafka.replication:1}") int replication) {
        return TopicBuilder.name(WORK)
                .partitions(PARTITIONS)
                .replicas(replication)
                .build();
    }

    @Bean
    NewTopic pensionBankWordsTopic(@Value("${nxsi.kafka.replication:1}") int replication) {
        return TopicBuilder.name(BANK_WORDS)
                .partitions(PARTITIONS)
                .replicas(replication)
                .build();
    }

    @Bean
    NewTopic pensionDeadLettersTopic(@Value("${nxsi.kafka.replication:1}") int replication) {
        return TopicBuilder.name("pension-service.dead-letters")
                .partitions(1)
                .replicas(replication)
                .build();
    }
}
