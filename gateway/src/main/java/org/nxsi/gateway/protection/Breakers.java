package org.nxsi.gateway.protection;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.gateway.protection.ProtectionSettings.Breaker;
import org.nxsi.gateway.upstream.RouteLimits;
import org.nxsi.gateway.upstream.UpstreamFailure;
import org.nxsi.platform.web.Problem;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadProvider;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A breaker and a bulkhead for each operation, shared by the channels that offer it. Both work on the request's own
 * thread: the time limit is kept by the exchange itself, which owns the connection and can cut it, and not by a
 * TimeLimiter, which could only abandon a thread that goes on reading a request already handed back.
 */
public final class Breakers {

    /** Answers that say that the owner, not the request, is ill. A 500 may be the request's own doing. */
    private static final Set<Integer> ILL = Set.of(502, 503, 504);

    private final Resilience4JCircuitBreakerFactory factory;
    private final Resilience4jBulkheadProvider bulkheads;
    private final Breaker settings;

    Breakers(Resilience4JCircuitBreakerFactory factory, Resilience4jBulkheadProvider bulkheads, Breaker settings) {
        this.factory = factory;
        this.bulkheads = bulkheads;
        this.settings = settings;
    }

    /**
     * Sets breaker and bulkhead of an operation around its calls.
     *
     * @param operation their name, such as {@code pension-service/lump-sum-payments}
     */
    public HandlerFilterFunction<ServerResponse, ServerResponse> around(String operation, RouteLimits limits) {
        factory.configure(builder -> builder.circuitBreakerConfig(config()), operation);
        bulkheads.configure(
                builder -> builder.bulkheadConfig(BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build()),
                operation);
        CircuitBreaker breaker = factory.create(operation);
        factory.getCircuitBreakerRegistry().circuitBreaker(operation, config());
        return (request, next) -> breaker.run(
                () -> {
                    try {
                        return next.handle(request);
                    } catch (RuntimeException failed) {
                        throw failed;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                failed -> fallback(operation, failed));
    }

    private CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimum())
                .failureRateThreshold(settings.failures_percent())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .writableStackTraceEnabled(false)
                .recordExceptions(UpstreamFailure.class)
                .ignoreException(failed -> !(failed instanceof UpstreamFailure))
                .recordResult(answer -> answer instanceof ServerResponse response
                        && ILL.contains(response.statusCode().value()))
                .build();
    }

    /** For whatever method; what was refused for its own sake goes on as it is. */
    private ServerResponse fallback(String operation, @Nullable Throwable failed) {
        String service = operation.substring(0, operation.indexOf('/'));
        return switch (failed) {
            case UpstreamFailure upstream ->
                Answers.retryLater(unavailable(service, upstream.reason()), settings.open_s());
            case BulkheadFullException ignored ->
                Answers.retryLater(
                        Problem.of(503, "service-busy", "too many requests of this kind are on their way")
                                .with("service", service),
                        1);
            case RuntimeException own when !isBreaker(own) -> throw own;
            case null, default ->
                Answers.retryLater(unavailable(service, "has been failing and is left alone"), settings.open_s());
        };
    }

    private static boolean isBreaker(RuntimeException failed) {
        return failed instanceof io.github.resilience4j.circuitbreaker.CallNotPermittedException;
    }

    private static Problem unavailable(String service, String reason) {
        return Problem.of(
                        503,
                        "service-unavailable",
                        service + " " + reason + "; everything else goes on. A command may be sent again under the same"
                                + " Idempotency-Key")
                .with("service", service);
    }
}
