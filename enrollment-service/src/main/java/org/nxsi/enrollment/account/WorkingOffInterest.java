package org.nxsi.enrollment.account;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.BookingInterest.Booked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does confirmed runs chunk by chunk; killed at any point, it leaves what the next worker takes up. */
@Component
class WorkingOffInterest {

    private static final Logger log = LoggerFactory.getLogger(WorkingOffInterest.class);

    private static final int CHUNK = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final InterestRuns runs;
    private final AccountDocuments accounts;
    private final BookingInterest booking;
    private final String worker;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WorkingOffInterest(
            InterestRuns runs,
            AccountDocuments accounts,
            BookingInterest booking,
            @Value("${nxsi.instance}") String instance) {
        this.runs = runs;
        this.accounts = accounts;
        this.booking = booking;
        this.worker = instance;
    }

    @Scheduled(initialDelay = 4_000, fixedDelay = 1_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    workOff();
                } catch (RuntimeException failed) {
                    log.warn("interest is booked later: {}", failed.toString());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Takes a run that nobody works on, if there is one, and does it to its end. */
    void workOff() {
        InterestRun run = runs.lease(worker, LEASE);
        if (run == null) {
            return;
        }
        log.info("interest run {} goes on after {} chunks", run.id(), run.chunks());
        try {
            for (InterestRun now = run; now != null && !Thread.currentThread().isInterrupted(); ) {
                now = step(now);
            }
        } finally {
            runs.release(run, worker);
        }
    }

    /** @return null when there is nothing more to do, or another has it */
    private @Nullable InterestRun step(InterestRun run) {
        List<Account> chunk = accounts.page(run.scheme(), run.cursor(), CHUNK);
        if (chunk.isEmpty()) {
            runs.finish(run, worker);
            log.info("interest run {} is done in {} chunks", run.id(), run.chunks());
            return null;
        }
        Booked booked = booking.book(run, run.nextChunk(), chunk);
        runs.chunkDone(run.nextChunk(), run, booked.accounts(), booked.amount(), booked.event());
        return runs.advance(run, chunk.getLast().id(), worker, LEASE);
    }
}
