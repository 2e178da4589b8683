package org.nxsi.gateway.routing;

import java.util.List;
import org.nxsi.gateway.protection.ProtectionSettings;
import org.nxsi.gateway.upstream.Services;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /docs/api/{service}}: each service's own description of its interface; whose token, the door decides. */
final class DocsRoutes {

    private final ProtectionSettings settings;
    private final Passing passing;
    private final Services services;

    DocsRoutes(ProtectionSettings settings, Passing passing, Services services) {
        this.settings = settings;
        this.passing = passing;
        this.services = services;
    }

    List<RouterFunction<ServerResponse>> routes() {
        return services.names().stream().map(this::route).toList();
    }

    private RouterFunction<ServerResponse> route(String service) {
        return passing.passedOn(
                "docs/" + service,
                RequestPredicates.GET("/docs/api/" + service),
                (request, next) -> next.handle(request),
                service,
                "docs",
                settings.limits("docs"),
                BeforeFilterFunctions.setPath("/v3/api-docs"));
    }
}
