package org.nxsi.pension.partner;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;

/**
 * Leave to make one call to a bank, taken before anything is written down as sent. Closed without a call it is given
 * back.
 */
public final class Passage implements AutoCloseable {

    private final String bank;
    private final BankLine line;
    private final CircuitBreaker circuit;
    private boolean used;

    Passage(String bank, BankLine line, CircuitBreaker circuit) {
        this.bank = bank;
        this.line = line;
        this.circuit = circuit;
    }

    String bank() {
        return bank;
    }

    /** Only silence counts against the bank; our own troubles do not. */
    <T> T call(Supplier<T> call) {
        if (used) {
            throw new IllegalStateException("one passage, one call");
        }
        used = true;
        long began = circuit.getCurrentTimestamp();
        try {
            T answer = call.get();
            line.answered();
            circuit.onSuccess(circuit.getCurrentTimestamp() - began, circuit.getTimestampUnit());
            return answer;
        } catch (BankSilent silent) {
            line.silent(silent);
            circuit.onError(circuit.getCurrentTimestamp() - began, circuit.getTimestampUnit(), silent);
            throw silent;
        } catch (RuntimeException ours) {
            circuit.releasePermission();
            throw ours;
        }
    }

    @Override
    public void close() {
        if (!used) {
            used = true;
            circuit.releasePermission();
        }
    }
}
