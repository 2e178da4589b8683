package org.nxsi.enrollment.wage;

import com.mongodb.client.MongoDatabase;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.batch.Batches;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of wages. */
@Configuration(proxyBeanMethods = false)
class WageConfiguration {

    @Bean
    BatchWorker<WageChunk> wageBatches(
            MongoDatabase database, OutboxRelay relay, WageWork work, @Value("${nxsi.instance}") String instance) {
        return new BatchWorker<>(new Batches<>(database, relay, "wage", WageChunk.class), work, instance);
    }
}
