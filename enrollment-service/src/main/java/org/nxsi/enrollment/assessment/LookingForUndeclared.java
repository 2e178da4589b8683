package org.nxsi.enrollment.assessment;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether the business date has passed a due date, and finishes walks that others left unfinished. */
@Component
class LookingForUndeclared {

    private static final Logger log = LoggerFactory.getLogger(LookingForUndeclared.class);

    /** Whoever was away longer has the months before walked by a clerk. */
    private static final int MONTHS_BACK = 3;

    private final UndeclaredRuns runs;
    private final AssessingUndeclared assessing;
    private final BusinessClock clock;
    private final boolean byItself;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable LocalDate lookedOn;

    LookingForUndeclared(
            UndeclaredRuns runs,
            AssessingUndeclared assessing,
            BusinessClock clock,
            @Value("${nxsi.assessment.by-itself:true}") boolean byItself) {
        this.runs = runs;
        this.assessing = assessing;
        this.clock = clock;
        this.byItself = byItself;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    lookNow();
                } catch (RuntimeException failed) {
                    log.warn("undeclared months are assessed later: {}", failed.toString());
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

    private void lookNow() {
        LocalDate today = clock.today();
        if (byItself && !today.equals(lookedOn)) {
            for (int back = MONTHS_BACK; back > 0; back--) {
                begin(clock.month().plus(-back));
            }
            lookedOn = today;
        }
        assessing.workOff();
    }

    private void begin(Month month) {
        try {
            if (assessing.isOver(month)) {
                runs.begin(month);
            }
        } catch (PolicyUnknown unknown) {
            log.warn("nobody can tell whether {} was declared in time: {}", month, unknown.getMessage());
        }
    }
}
