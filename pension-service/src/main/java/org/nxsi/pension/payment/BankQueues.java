package org.nxsi.pension.payment;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.nxsi.pension.partner.BankLine;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Each bank has threads of its own here, and a queue with an end: a slow bank takes no thread from the work of others.
 * What stands in a queue is in the store as well, with the time at which it is looked at again; a crash loses nothing.
 */
@Component
class BankQueues {

    private static final Logger log = LoggerFactory.getLogger(BankQueues.class);

    private final Map<String, ThreadPoolBulkhead> queues = new TreeMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final BankLines lines;
    private final int callsPerBank;

    BankQueues(PartnerBanks banks, BankLines lines, PaymentSettings settings, MeterRegistry meters) {
        this.lines = lines;
        this.callsPerBank = settings.callsPerBank();
        ThreadPoolBulkheadConfig limits = ThreadPoolBulkheadConfig.custom()
                .coreThreadPoolSize(settings.callsPerBank())
                .maxThreadPoolSize(settings.callsPerBank())
                .queueCapacity(settings.queuedPerBank())
                .keepAliveDuration(Duration.ofSeconds(30))
                .build();
        for (PartnerBank bank : banks.all()) {
            ThreadPoolBulkhead queue = ThreadPoolBulkhead.of("bank-" + bank.code(), limits);
            queues.put(bank.code(), queue);
            Gauge.builder("nxsi.bank.queue", () -> queue.getMetrics().getQueueDepth())
                    .description("batches that wait for a call to the bank")
                    .tag("bank", bank.code())
                    .register(meters);
        }
    }

    /** How many batches wait here for the bank. */
    int waiting(String bank) {
        return queue(bank).getMetrics().getQueueDepth();
    }

    /** How many the bank can take up soon: none while it is left alone, few while it is tried again. */
    int room(String bank) {
        BankLine line = lines.to(bank);
        if (line.isAway()) {
            return 0;
        }
        return line.isOnTrial() ? 2 - waiting(bank) : 4 * callsPerBank - waiting(bank);
    }

    /** @return false if the batch is here already, or there is no room: it is looked at again later */
    boolean bring(Batch batch, Consumer<Batch> errand) {
        if (!underWay.add(batch.id())) {
            return false;
        }
        try {
            queue(batch.bank()).executeRunnable(() -> run(batch, errand));
            return true;
        } catch (BulkheadFullException full) {
            underWay.remove(batch.id());
            return false;
        }
    }

    private void run(Batch batch, Consumer<Batch> errand) {
        try {
            errand.accept(batch);
        } catch (com.mongodb.MongoException store) {
            log.warn("batch {} is taken up again later: {}", batch.id(), store.toString());
        } catch (RuntimeException failed) {
            log.error("ALARM batch {} cannot go to its bank: {}", batch.id(), failed.toString(), failed);
        } finally {
            underWay.remove(batch.id());
        }
    }

    private ThreadPoolBulkhead queue(String bank) {
        ThreadPoolBulkhead queue = queues.get(bank);
        if (queue == null) {
            throw new IllegalArgumentException("not a partner bank: " + bank);
        }
        return queue;
    }

    @PreDestroy
    void close() throws Exception {
        for (ThreadPoolBulkhead queue : queues.values()) {
            queue.close();
        }
    }
}
