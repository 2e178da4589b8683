package org.nxsi.deferral.lifting;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Deadlines;
import org.nxsi.deferral.ledger.EntriesInBulk;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.PeriodRecord;
import org.nxsi.deferral.period.Periods;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.policy.PolicyUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second what the register and the business date ask of the ledger: a record that the entries have not
 * followed yet, a deadline that is over. The register itself is the trigger, so that none can be lost.
 */
@Component
class LookingForLiftings {

    private static final Logger log = LoggerFactory.getLogger(LookingForLiftings.class);

    private final Periods periods;
    private final EntriesInBulk entries;
    private final Deadlines deadlines;
    private final BulkJobs liftings;
    private final BulkJobs expiries;
    private final BulkWorker lifting;
    private final BulkWorker expiring;
    private final BusinessClock clock;
    private final LiftingSettings settings;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable LocalDate lookedAgainOn;

    LookingForLiftings(
            Periods periods,
            EntriesInBulk entries,
            Deadlines deadlines,
            @Qualifier("liftings") BulkJobs liftings,
            @Qualifier("expiries") BulkJobs expiries,
            SettingDeadlines settingDeadlines,
            ExpiringEntries expiringEntries,
            BusinessClock clock,
            LiftingSettings settings,
            @Value("${nxsi.instance}") String instance) {
        this.periods = periods;
        this.entries = entries;
        this.deadlines = deadlines;
        this.liftings = liftings;
        this.expiries = expiries;
        this.lifting = new BulkWorker(liftings, settingDeadlines, instance, settings.chunk(), settings.leased());
        this.expiring = new BulkWorker(expiries, expiringEntries, instance, settings.chunk(), settings.leased());
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
    void look() {
        if (settings.byItself() && busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    lookNow();
                } catch (RuntimeException failed) {
                    log.warn("the ledger is worked through later: {}", failed.toString());
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

    void lookNow() {
        LocalDate today = clock.today();
        periods.now().periods().forEach(this::begin);
        if (!today.equals(lookedAgainOn)) {
            periods.now().periods().forEach(this::beginAgain);
            lookedAgainOn = today;
        }
        lifting.workOff();
        if (entries.hasOverdue(today)) {
            expire(today);
        }
        expiring.workOff();
    }

    /** A record that says when the period is lifted, or not any more, asks for a job of its own. */
    void begin(Period period) {
        String id = idOf(period);
        if (!concernsDeadlines(period) || begun.contains(id)) {
            return;
        }
        BulkJob known = liftings.byId(id);
        String refusal = refusal(period);
        if (known == null) {
            liftings.supersede(period.id(), period.recordNumber());
            liftings.add(
                    refusal == null
                            ? BulkJob.begun(
                                    id,
                                    period.id(),
                                    period.recordNumber(),
                                    entries.countFollowing(period.id(), period.recordNumber()))
                            : BulkJob.refused(id, period.id(), period.recordNumber(), refusal));
        } else if (known.state() == BulkJob.State.REFUSED && refusal == null) {
            liftings.beginAgain(known, entries.countFollowing(period.id(), period.recordNumber()));
        }
        if (refusal != null) {
            log.error("ALARM deadlines of {} cannot be set: {}", period.id(), refusal);
        }
        begun.add(id);
    }

    /** Once a business day: an entry that was being opened while the lifting passed has followed no record yet. */
    private void beginAgain(Period period) {
        BulkJob known = concernsDeadlines(period) ? liftings.byId(idOf(period)) : null;
        if (known != null && known.state() == BulkJob.State.DONE) {
            long more = entries.countFollowing(period.id(), period.recordNumber());
            if (more > 0) {
                liftings.beginAgain(known, more);
            }
        }
    }

    private void expire(LocalDate today) {
        BulkJob known = expiries.byId(today.toString());
        long overdue = entries.countOverdue(today);
        if (known == null) {
            expiries.add(ExpiringEntries.job(today, overdue));
        } else if (known.state() == BulkJob.State.DONE) {
            expiries.beginAgain(known, overdue);
        }
    }

    /** Null if the deadline can be told. */
    private @Nullable String refusal(Period period) {
        LocalDate liftedOn = period.liftedOn();
        if (liftedOn == null) {
            return null;
        }
        try {
            deadlines.after(period.region(), liftedOn);
            return null;
        } catch (PolicyUnknown | CalendarUnknown missing) {
            return missing.getMessage();
        }
    }

    private static boolean concernsDeadlines(Period period) {
        return period.records().stream().map(PeriodRecord::terms).anyMatch(terms -> terms.liftedOn() != null);
    }

    BulkJobs liftingJobs() {
        return liftings;
    }

    static String idOf(Period period) {
        return period.id() + "|" + period.recordNumber();
    }
}
