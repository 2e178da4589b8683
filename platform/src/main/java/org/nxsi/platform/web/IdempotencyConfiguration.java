package org.nxsi.platform.web;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.nxsi.platform.store.StoreConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Idempotent commands, for services that have a store of their own. */
@AutoConfiguration(after = {StoreConfiguration.class, WebConfiguration.class})
@ConditionalOnProperty(name = "nxsi.idempotency", havingValue = "true", matchIfMissing = true)
@EnableScheduling
public class IdempotencyConfiguration {

    /** After Spring Security's chain, whose caller scopes the key. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    CommandRecords commandRecords(MongoDatabase database) {
        return new CommandRecords(database);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            CommandRecords records,
            ProblemWriter problems,
            @Value("${nxsi.body-limit-bytes:1048576}") int limit_bytes) {
        FilterRegistrationBean<IdempotencyFilter> registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(records, problems, limit_bytes));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    ExpiredCommands expiredCommands(CommandRecords records) {
        return new ExpiredCommands(records);
    }

    /** Forgets what was answered long ago. */
    static class ExpiredCommands {

        private final CommandRecords records;

        ExpiredCommands(CommandRecords records) {
            this.records = records;
        }

        @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
        void sweep() {
            records.sweep();
        }
    }
}
