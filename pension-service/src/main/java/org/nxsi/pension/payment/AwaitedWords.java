package org.nxsi.pension.payment;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What this instance gave to each bank lately and has no word of yet. A bank that answers at once gets its next batch when
 * the word of an earlier one is booked, so that words do not queue behind orders; who does not answer soon is not waited for.
 */
@Component
class AwaitedWords {

    private final int most;
    private final Duration patience;
    private final Map<String, Bank> banks = new ConcurrentHashMap<>();

    AwaitedWords(PaymentSettings settings) {
        this.most = settings.awaitedPerBank();
        this.patience = settings.awaitedFor();
    }

    /** Waits until few enough words of the bank are awaited, at most the patience's time, and then counts one more. */
    void await(String bank, String batch) {
        bank(bank).await(batch);
    }

    /** The word is here, or none will come of itself. */
    void heard(String bank, String batch) {
        bank(bank).heard(batch);
    }

    private Bank bank(String code) {
        return banks.computeIfAbsent(code, each -> new Bank());
    }

    private final class Bank {

        private final Map<String, Long> untilByBatch_ns = new HashMap<>();

        synchronized void await(String batch) {
            long now_ns = System.nanoTime();
            long end_ns = now_ns + patience.toNanos();
            while (untilByBatch_ns.size() >= most && now_ns < end_ns) {
                long first_ns = untilByBatch_ns.values().stream()
                        .mapToLong(Long::longValue)
                        .min()
                        .orElse(now_ns);
                if (!paused(first_ns - now_ns)) {
                    break;
                }
                now_ns = System.nanoTime();
                long seen_ns = now_ns;
                untilByBatch_ns.values().removeIf(until_ns -> until_ns - seen_ns <= 0);
            }
            untilByBatch_ns.put(batch, now_ns + patience.toNanos());
        }

        synchronized void heard(String batch) {
            if (untilByBatch_ns.remove(batch) != null) {
                notifyAll();
            }
        }

        /** @return false if the service is being ended */
        private boolean paused(long pause_ns) {
            try {
                wait(Math.max(1, Duration.ofNanos(pause_ns).toMillis()));
                return true;
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
