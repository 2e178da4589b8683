package org.nxsi.deferral.lifting;

import com.mongodb.client.MongoDatabase;
import org.nxsi.platform.events.OutboxRelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two kinds of jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiftingSettings.class)
class LiftingConfiguration {

    @Bean
    BulkJobs liftings(MongoDatabase database, OutboxRelay relay) {
        return new BulkJobs(database, relay, "deferral_liftings", "deferral_lifting_chunks");
    }

    @Bean
    BulkJobs expiries(MongoDatabase database, OutboxRelay relay) {
        return new BulkJobs(database, relay, "deferral_expiries", "deferral_expiry_chunks");
    }
}
