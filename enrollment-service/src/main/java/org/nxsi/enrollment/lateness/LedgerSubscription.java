package org.nxsi.enrollment.lateness;

import java.util.Map;
import org.nxsi.platform.events.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listens to the deferral ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerSubscription {

    @Bean
    Subscription ledgerOfDeferrals(LedgerWords words, @Value("${nxsi.enrollment.ledger-consumers:1}") int consumers) {
        return new Subscription(
                "enrollment-service-ledger",
                "deferral.events",
                consumers,
                Map.of(
                        "deferral.deadlines-set", words::deadlinesSet,
                        "deferral.entries-expired", words::entriesExpired,
                        "deferral.entries-changed", words::entriesChanged,
                        "deferral.entry-opened", words::entryChanged,
                        "deferral.entry-assessed", words::entryChanged,
                        "deferral.entry-made-up", words::entryChanged,
                        "deferral.entry-reopened", words::entryReopened,
                        "deferral.normal-rules-decided", words::normalRulesDecided));
    }
}
