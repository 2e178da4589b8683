package org.nxsi.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nxsi.gateway.access.Guards;
import org.nxsi.platform.web.Role;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /admin/v1/breakers}: how each operation fares, as this instance of the gateway sees it. */
final class BreakersPage {

    private final CircuitBreakerRegistry breakers;

    BreakersPage(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    RouterFunction<ServerResponse> route(Passing passing, Guards guards) {
        return passing.answered(
                "admin/breakers",
                RequestPredicates.GET("/admin/v1/breakers"),
                guards.staff(List.of(Role.ADMIN, Role.AUDITOR)),
                request -> ServerResponse.ok().body(new Page(rows())));
    }

    private List<Row> rows() {
        return breakers.getAllCircuitBreakers().stream()
                .sorted(Comparator.comparing(CircuitBreaker::getName))
                .map(Row::of)
                .toList();
    }

    record Page(List<Row> items) {}

    /**
     * @param state closed, open or half-open
     * @param calls of the window that was judged
     * @param failuresPercent of them; -1 while there were too few calls to judge
     * @param refused calls since the breaker opened
     */
    record Row(String name, String state, int calls, float failuresPercent, long refused) {

        static Row of(CircuitBreaker breaker) {
            CircuitBreaker.Metrics metrics = breaker.getMetrics();
            return new Row(
                    breaker.getName(),
                    breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    metrics.getNumberOfBufferedCalls(),
                    metrics.getFailureRate(),
                    metrics.getNumberOfNotPermittedCalls());
        }
    }
}
