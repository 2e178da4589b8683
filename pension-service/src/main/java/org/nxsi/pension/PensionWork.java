package org.nxsi.pension;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one consumer of long work: all instances share it, each handler takes its kind. */
@Configuration(proxyBeanMethods = false)
class PensionWork {

    private static final String GROUP = "pension-service-work";

    @Bean
    Subscription pensionWorkSubscription(
            List<WorkHandler> handlers, @Value("${nxsi.pension.work-threads:4}") int threads) {
        Map<String, EventHandler> byType =
                handlers.stream().collect(Collectors.toUnmodifiableMap(WorkHandler::type, handler -> handler::handle));
        return new Subscription(GROUP, Topics.WORK, threads, byType);
    }
}
