package org.nxsi.deferral.ledger;

import java.util.Map;
import org.nxsi.deferral.ledger.EventLines.Type;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger hears what other services' people put off and made up; each kind has the same shape whoever sends it. */
@Configuration(proxyBeanMethods = false)
class LedgerSubscriptions {

    private final String group;
    private final int threads;

    LedgerSubscriptions(
            @Value("${nxsi.deferral.group:deferral-ledger-service}") String group,
            @Value("${nxsi.deferral.event-threads:2}") int threads) {
        this.group = group;
        this.threads = threads;
    }

    @Bean
    Subscription businessOfEnrollment(TakingEvents taking) {
        return subscription("enrollment", taking);
    }

    @Bean
    Subscription businessOfPension(TakingEvents taking) {
        return subscription("pension", taking);
    }

    private Subscription subscription(String service, EventHandler taking) {
        return new Subscription(
                group,
                service + ".events",
                threads,
                Map.of(Type.PUT_OFF.of(service), taking, Type.MADE_UP.of(service), taking));
    }
}
