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

/**
 * A line to each partner bank, so that one that is dead keeps only its own people waiting. Statements have a line of their
 * own: whether a bank gives them says nothing of its orders, and the other way round.
 */
@Component
public class BankLines {

    private final Map<String, BankLine> payments = new TreeMap<>();
    private final Map<String, BankLine> statements = new TreeMap<>();

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
            payments.put(bank.code(), line(bank.code(), "payments", circuits, settings, meters));
            statements.put(bank.code(), line(bank.code(), "statements", circuits, settings, meters));
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
    }

    /** For orders and inquiries. @throws IllegalArgumentException for a bank that no agreement was made with */
    public BankLine to(String bank) {
        return found(payments, bank);
    }

    /** For statements. @throws IllegalArgumentException for a bank that no agreement was made with */
    public BankLine statementsOf(String bank) {
        return found(statements, bank);
    }

    /** Leave for one order or inquiry. @throws BankNotReached while the bank is left alone */
    public Passage enter(String bank) {
        return to(bank).enter();
    }

    /** Leave for one page of a statement. @throws BankNotReached while the bank is left alone */
    Passage enterForStatement(String bank) {
        return statementsOf(bank).enter();
    }

    private static BankLine line(
            String bank,
            String purpose,
            CircuitBreakerRegistry circuits,
            CircuitSettings settings,
            MeterRegistry meters) {
        BankLine line =
                new BankLine(bank, purpose, circuits.circuitBreaker("bank-" + bank + "-" + purpose), settings.open());
        Gauge.builder("nxsi.bank.unanswered", line, BankLine::unanswered)
                .description("calls in a row without a trustworthy answer")
                .tag("bank", bank)
                .tag("purpose", purpose)
                .register(meters);
        return line;
    }

    private static BankLine found(Map<String, BankLine> lines, String bank) {
        BankLine line = lines.get(bank);
        if (line == null) {
            throw new IllegalArgumentException("not a partner bank: " + bank);
        }
        return line;
    }
}
