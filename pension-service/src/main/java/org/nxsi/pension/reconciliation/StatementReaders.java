package org.nxsi.pension.reconciliation;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nxsi.pension.partner.BankLines;
import org.springframework.stereotype.Component;

/**
 * Reads statements away from the threads of the work: of each bank one reading at a time, and none while the bank is left
 * alone. Whoever finds no reader free comes again; what is to be read stands in the store.
 */
@Component
public class StatementReaders {

    private final BankLines lines;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    StatementReaders(BankLines lines) {
        this.lines = lines;
    }

    public boolean isFree(String bank) {
        return !busy.contains(bank) && isThere(bank);
    }

    /** It is not being left alone. */
    boolean isThere(String bank) {
        return !lines.statementsOf(bank).isAway();
    }

    /** @return false if the bank's reader is taken */
    public boolean read(String bank, Runnable reading) {
        if (!busy.add(bank)) {
            return false;
        }
        threads.execute(() -> {
            try {
                reading.run();
            } finally {
                busy.remove(bank);
            }
        });
        return true;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
