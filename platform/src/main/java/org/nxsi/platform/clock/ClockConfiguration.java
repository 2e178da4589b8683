package org.nxsi.platform.clock;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.StoreConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock, unless {@code nxsi.business-clock=settable} says that this is not production. */
@AutoConfiguration(after = StoreConfiguration.class)
public class ClockConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "nxsi.business-clock", havingValue = "settable")
    static class Settable {

        @Bean
        SettableBusinessClock businessClock(MongoDatabase database, @Value("${nxsi.business-date:}") String initial) {
            @Nullable LocalDate date = initial.isBlank() ? null : LocalDate.parse(initial);
            return new SettableBusinessClock(database.getCollection("settings"), date);
        }

        @Bean
        ClockController clockController(SettableBusinessClock clock) {
            return new ClockController(clock);
        }
    }

    @Bean
    @ConditionalOnMissingBean(BusinessClock.class)
    BusinessClock businessClock() {
        return BusinessClock.real();
    }
}
