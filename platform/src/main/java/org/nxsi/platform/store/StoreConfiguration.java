package org.nxsi.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** One client and one database per service; every write is acknowledged by a majority before anything else happens. */
@AutoConfiguration
@EnableConfigurationProperties(StoreSettings.class)
@ConditionalOnProperty("nxsi.mongodb.database")
public class StoreConfiguration {

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(StoreSettings settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(5, TimeUnit.SECONDS)
                        .readTimeout(settings.timeout_ms(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(50).maxWaitTime(20, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.LOCAL)
                .codecRegistry(Codecs.registry())
                .retryWrites(true)
                .retryReads(true)
                .applicationName(Objects.requireNonNull(settings.database()))
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, StoreSettings settings) {
        return client.getDatabase(Objects.requireNonNull(settings.database()));
    }

    /** Readiness by a ping, which every wire-compatible store understands. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new org.bson.Document("ping", 1));
            return Health.up().withDetail("database", database.getName()).build();
        };
    }
}
