package org.nxsi.enrollment.project;

import com.mongodb.client.MongoDatabase;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.batch.Batches;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of workers. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

    @Bean
    BatchWorker<RosterChunk> rosterBatches(
            MongoDatabase database, OutboxRelay relay, RosterWork work, @Value("${nxsi.instance}") String instance) {
        return new BatchWorker<>(new Batches<>(database, relay, "project_roster", RosterChunk.class), work, instance);
    }
}
