package org.nxsi.pension.partner;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A line to each partner bank, so that one that is dead keeps only its own people waiting. */
@Component
public class BankLines {

    private final Map<String, BankLine> lines = new TreeMap<>();

    BankLines(PartnerBanks banks, CircuitSettings settings, MeterRegistry meters) {
        CircuitBreakerRegistry circuits = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimum())
                .failureRateThreshold(settings.failures_percent())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
        for (PartnerBank bank : banks.all()) {
            BankLine line = new BankLine(bank.code(), circuits.circuitBreaker("bank-" + bank.code()), settings.open());
            lines.put(bank.code(), line);
            Gauge.builder("nxsi.bank.unanswered", line, BankLine::unanswered)
                    .description("calls in a row without a trustworthy answer")
                    .tag("bank", bank.code())
                    .register(meters);
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
    }

    /** @throws IllegalArgumentException for a bank that no agreement was made with */
    public BankLine to(String bank) {
        BankLine line = lines.get(bank);
        if (line == null) {
            throw new IllegalArgumentException("not a partner bank: " + bank);
        }
        return line;
    }

    /** Leave for one call. @throws BankNotReached while the bank is left alone */
    public Passage enter(String bank) {
        return to(bank).enter();
    }
}
