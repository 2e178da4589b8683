package org.nxsi.enrollment.reconciliation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Matches statements soon after they came, and again later. */
@Component
class LookingForStatements {

    private static final Logger log = LoggerFactory.getLogger(LookingForStatements.class);

    private final Reconciling reconciling;

    LookingForStatements(Reconciling reconciling) {
        this.reconciling = reconciling;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void look() {
        try {
            reconciling.workOff();
        } catch (RuntimeException failed) {
            log.warn("statements are matched later: {}", failed.toString());
        }
    }
}
