package org.nxsi.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.gateway.access.Guards;
import org.nxsi.gateway.catalogue.Catalogue;
import org.nxsi.gateway.protection.Breakers;
import org.nxsi.gateway.protection.ProtectionSettings;
import org.nxsi.gateway.upstream.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    Passing passing(Breakers breakers, Services services) {
        return new Passing(breakers, services);
    }

    @Bean
    RouterFunction<ServerResponse> routes(
            Catalogue catalogue,
            TableSettings table,
            ProtectionSettings settings,
            Guards guards,
            Passing passing,
            Services services,
            CircuitBreakerRegistry breakers) {
        List<RouterFunction<ServerResponse>> routes = new ArrayList<>();
        routes.addAll(new ChannelRoutes(catalogue, table.people(), settings, guards, passing).routes());
        routes.add(new BreakersPage(breakers).route(passing, guards));
        routes.addAll(new DocsRoutes(settings, passing, services).routes());
        routes.addAll(new TableRoutes(table, settings, guards, passing, services).routes());
        return routes.stream().reduce(RouterFunction::and).orElseThrow();
    }
}
