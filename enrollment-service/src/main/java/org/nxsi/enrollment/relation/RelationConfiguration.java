package org.nxsi.enrollment.relation;

import com.mongodb.client.MongoDatabase;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.batch.Batches;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of changes. */
@Configuration(proxyBeanMethods = false)
class RelationConfiguration {

    @Bean
    BatchWorker<RelationChunk> relationBatches(
            MongoDatabase database, OutboxRelay relay, RelationWork work, @Value("${nxsi.instance}") String instance) {
        return new BatchWorker<>(new Batches<>(database, relay, "relation", RelationChunk.class), work, instance);
    }
}
