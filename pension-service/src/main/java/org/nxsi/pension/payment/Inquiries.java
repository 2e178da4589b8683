package org.nxsi.pension.payment;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for batches that somebody has to ask about; of all instances one asks. */
@Component
class Inquiries {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);
    /** Longer than one call to a bank may take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Batches batches;
    private final TalkingToBank bank;
    private final PaymentSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Inquiries(Batches batches, TalkingToBank bank, PaymentSettings settings) {
        this.batches = batches;
        this.bank = bank;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
    void ask() {
        Instant now = Instant.now();
        List<Future<?>> asked = new ArrayList<>();
        for (Batch due : batches.leaseDue(now, now.plus(LEASE), settings.inquiriesAtOnce())) {
            asked.add(threads.submit(() -> ask(due)));
        }
        for (Future<?> each : asked) {
            try {
                each.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (java.util.concurrent.ExecutionException failed) {
                log.warn("inquiry failed, will be repeated: {}", String.valueOf(failed.getCause()));
            }
        }
    }

    private void ask(Batch due) {
        switch (due.status()) {
            case RELEASED -> bank.send(due);
            case SENDING, UNKNOWN, SENT -> bank.inquire(due);
            case CALCULATED, REFUSED, SETTLED -> log.info("batch {} needs no inquiry any more", due.id());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
