package org.nxsi.pension.partner;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one bank, as this instance finds it: a circuit that opens while nobody answers. */
public final class BankLine {

    private static final Logger log = LoggerFactory.getLogger(BankLine.class);

    private final String bank;
    private final String purpose;
    private final CircuitBreaker circuit;
    private final Duration open;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean backAgain = new AtomicBoolean();

    private volatile Instant since = Instant.now();
    private volatile Instant openedAt = since;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable String trouble;

    BankLine(String bank, String purpose, CircuitBreaker circuit, Duration open) {
        this.bank = bank;
        this.purpose = purpose;
        this.circuit = circuit;
        this.open = open;
        circuit.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
    }

    private void moved(CircuitBreaker.StateTransition transition) {
        CircuitBreaker.State to = transition.getToState();
        Instant now = Instant.now();
        if (to == CircuitBreaker.State.OPEN) {
            openedAt = now;
        }
        if (transition.getFromState() == CircuitBreaker.State.CLOSED) {
            since = now;
            log.warn(
                    "bank {} is left alone with {}, and tried again every {} s: {}",
                    bank,
                    purpose,
                    open.toSeconds(),
                    trouble);
        } else if (to == CircuitBreaker.State.CLOSED) {
            since = now;
            backAgain.set(true);
            log.warn("bank {} answers again with {}", bank, purpose);
        }
    }

    /**
     * What ops see of it.
     *
     * @param state closed, open, half-open
     * @param since when it stopped answering, or began to answer again
     * @param unanswered calls in a row without a trustworthy answer
     * @param refused calls that were not made since the circuit opened
     * @param nextTry when an open circuit lets the next calls out
     * @param trouble what went wrong last
     */
    public record State(
            String state,
            Instant since,
            int unanswered,
            long refused,
            @Nullable Instant answeredAt,
            @Nullable Instant nextTry,
            @Nullable String trouble) {}

    public State state() {
        return new State(
                circuit.getState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                since,
                unanswered.get(),
                circuit.getMetrics().getNumberOfNotPermittedCalls(),
                answeredAt,
                isAway() ? openedAt.plus(open) : null,
                trouble);
    }

    /** Nothing goes out. */
    public boolean isAway() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    /** Only a few calls go out, to see whether it answers again. */
    public boolean isOnTrial() {
        return circuit.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    /** Calls in a row without a trustworthy answer. */
    public int unanswered() {
        return unanswered.get();
    }

    /** True once after the circuit has closed again. */
    public boolean takeBackAgain() {
        return backAgain.getAndSet(false);
    }

    /** @throws BankNotReached while the bank is left alone */
    Passage enter() {
        if (!circuit.tryAcquirePermission()) {
            throw new BankNotReached(bank);
        }
        return new Passage(bank, this, circuit);
    }

    void answered() {
        unanswered.set(0);
        answeredAt = Instant.now();
    }

    void silent(BankSilent silence) {
        trouble = silence.getMessage();
        unanswered.incrementAndGet();
    }
}
