package org.nxsi.pension.payment;

import java.util.Map;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer of what banks have said; all instances share it. */
@Configuration(proxyBeanMethods = false)
class BankWords {

    private static final String GROUP = "pension-service-bank-words";

    @Bean
    Subscription bankWordsSubscription(
            ApplyingReport applying, @Value("${nxsi.pension.bank-word-threads:4}") int threads) {
        return new Subscription(GROUP, Topics.BANK_WORDS, threads, Map.of(BankReports.RECEIVED, applying));
    }
}
