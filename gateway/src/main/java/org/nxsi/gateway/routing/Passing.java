package org.nxsi.gateway.routing;

import java.net.URI;
import java.util.function.Function;
import org.nxsi.gateway.protection.Answers;
import org.nxsi.gateway.protection.Breakers;
import org.nxsi.gateway.protection.RateLimits.RateExceeded;
import org.nxsi.gateway.upstream.RouteLimits;
import org.nxsi.gateway.upstream.Services;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** How a route is put together, the same for all: guard, breaker, rewrite, exchange; refusals become problems. */
final class Passing {

    private final Breakers breakers;
    private final Services services;

    Passing(Breakers breakers, Services services) {
        this.breakers = breakers;
        this.services = services;
    }

    /** A route that the gateway answers itself. */
    RouterFunction<ServerResponse> answered(
            String id,
            RequestPredicate requests,
            HandlerFilterFunction<ServerResponse, ServerResponse> guard,
            HandlerFunction<ServerResponse> handler) {
        return GatewayRouterFunctions.route(id)
                .route(requests, refusals().andThen(guard).apply(handler))
                .build();
    }

    /**
     * A route to a service.
     *
     * @param operation names the breaker within the service, such as {@code lump-sum-payments}
     * @param toServicePath from the gateway's path to the service's
     * @throws IllegalArgumentException for a service without instances
     */
    RouterFunction<ServerResponse> passedOn(
            String id,
            RequestPredicate requests,
            HandlerFilterFunction<ServerResponse, ServerResponse> guard,
            String service,
            String operation,
            RouteLimits limits,
            Function<ServerRequest, ServerRequest> toServicePath) {
        if (!services.knows(service)) {
            throw new IllegalArgumentException("route " + id + ": no instances configured for " + service);
        }
        Function<ServerRequest, ServerRequest> toService =
                BeforeFilterFunctions.uri(URI.create("http://" + Services.shortName(service)));
        HandlerFilterFunction<ServerResponse, ServerResponse> chain = refusals()
                .andThen(guard)
                .andThen(noForms())
                .andThen(breakers.around(service + "/" + operation, limits))
                .andThen((request, next) -> {
                    limits.applyTo(request);
                    return next.handle(toServicePath.andThen(toService).apply(request));
                });
        return GatewayRouterFunctions.route(id)
                .route(requests, chain.apply(HandlerFunctions.http()))
                .build();
    }

    private static HandlerFilterFunction<ServerResponse, ServerResponse> refusals() {
        return (request, next) -> {
            try {
                return next.handle(request);
            } catch (ProblemException refused) {
                return Answers.of(refused.problem());
            } catch (RateExceeded exceeded) {
                return Answers.retryLater(exceeded.problem(), exceeded.wait_s());
            }
        };
    }

    /** A servlet would read a form's body as parameters, and the proxy would move it into the address. */
    private static HandlerFilterFunction<ServerResponse, ServerResponse> noForms() {
        return (request, next) -> {
            boolean isForm = request.headers()
                    .contentType()
                    .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED))
                    .isPresent();
            return isForm
                    ? Answers.of(Problem.of(415, "unsupported-media-type", "forms are not taken; send JSON"))
                    : next.handle(request);
        };
    }
}
