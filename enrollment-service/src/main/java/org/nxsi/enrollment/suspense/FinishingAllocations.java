package org.nxsi.enrollment.suspense;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves what a crash left between two months. */
@Component
class FinishingAllocations {

    private static final Logger log = LoggerFactory.getLogger(FinishingAllocations.class);
    private static final int AT_ONCE = 100;

    /** Whoever confirmed is at it until then. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Allocations allocations;
    private final Allocating allocating;

    FinishingAllocations(Allocations allocations, Allocating allocating) {
        this.allocations = allocations;
        this.allocating = allocating;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void finish() {
        try {
            allocations.moving(Instant.now().minus(GRACE), AT_ONCE).forEach(allocating::move);
        } catch (RuntimeException failed) {
            log.warn("allocations are finished later: {}", failed.toString());
        }
    }
}
