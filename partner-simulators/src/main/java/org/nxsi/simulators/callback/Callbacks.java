package org.nxsi.simulators.callback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.simulators.bank.Bank.DueReport;
import org.nxsi.simulators.bank.BankDay;
import org.nxsi.simulators.desk.BankDesk;
import org.nxsi.simulators.faults.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the bureau each order's results when they are due, again and again until it answers 2xx or the limit of tries
 * is reached. What is owed stands in the books, so that a restart goes on where a crash stopped.
 */
public final class Callbacks implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int MAX_AT_ONCE = 8;
    private static final int LOG_EVERY = 10;
    private static final long CLOSING_S = 3;
    private static final long DAY_LOOK_MS = 500;

    private final GatewaySettings settings;
    private final GatewayClient gateway;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("callback-timer").factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE, true);
    private final Set<Owed> owed = ConcurrentHashMap.newKeySet();
    private final AtomicLong givenUp = new AtomicLong();

    private record Owed(String bank, DueReport report) {}

    public Callbacks(GatewaySettings settings) {
        this.settings = settings;
        this.gateway = new GatewayClient(settings);
    }

    /** Takes up what banks still owe from before. */
    public void resume(Collection<BankDesk> desks) {
        desks.forEach(desk -> desk.bank().untold().forEach(report -> tell(desk, report)));
    }

    /** Tells a report as soon as it is due, unless that is under way already. */
    public void tell(BankDesk desk, DueReport report) {
        if (desk.faults().strikes(Fault.UNREPORTED, report.messageId())) {
            return;
        }
        if (owed.add(new Owed(desk.bank().name().code(), report))) {
            long wait_ms = Duration.between(desk.bank().now(), report.due()).toMillis();
            long late_ms = ReportFaults.lateness_ms(desk.faults(), report.messageId());
            later(Math.max(0, wait_ms) + late_ms, () -> attempt(desk, report, 1));
        }
    }

    /** Books what comes back days later, whenever a business day has begun. */
    public void watchDays(BankDay day, Collection<BankDesk> desks) {
        List<LateReturns> late = desks.stream()
                .filter(desk -> desk.faults().lateReturn_days() > 0)
                .map(desk -> new LateReturns(desk, day, report -> tell(desk, report)))
                .toList();
        if (!late.isEmpty()) {
            var _ = timer.scheduleWithFixedDelay(
                    () -> late.forEach(each -> threads.execute(each::look)), DAY_LOOK_MS, DAY_LOOK_MS, MILLISECONDS);
        }
    }

    /** How many reports are not told yet. */
    public int owed() {
        return owed.size();
    }

    /** How many reports nobody took, since the start. */
    public long givenUp() {
        return givenUp.get();
    }

    /** Ends without waiting for answers: what was not told is told after the next start. */
    @Override
    public void close() {
        timer.shutdownNow();
        gateway.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING_S, TimeUnit.SECONDS)) {
                LOG.warn("reports are still being told after {} s", CLOSING_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(BankDesk desk, DueReport report, int attempt) {
        String bank = desk.bank().name().code();
        try {
            atOnce.acquire();
            try {
                long again_ms = send(desk, report);
                if (again_ms > 0) {
                    later(again_ms, () -> attempt(desk, report, attempt));
                    return;
                }
            } finally {
                atOnce.release();
            }
            done(desk, report, true);
        } catch (IOException e) {
            failed(desk, report, attempt, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("bank {} cannot tell the results of {}", bank, report.messageId(), e);
        }
    }

    /** Sends what is to be sent now, and says after how many milliseconds there is more; 0 if all was told. */
    private long send(BankDesk desk, DueReport due) throws IOException, InterruptedException {
        String bank = desk.bank().name().code();
        PaymentStatusReport report = desk.bank().reportOf(due);
        if (ReportFaults.isTornNow(desk.faults(), report)) {
            gateway.report(bank, desk.sealed(ReportFaults.half(report), "report"));
            return ReportFaults.PAUSE_MS;
        }
        gateway.report(bank, desk.sealed(report, "report"));
        if (ReportFaults.isRepeated(desk.faults(), report)) {
            gateway.report(bank, desk.sealed(report, "report"));
        }
        ReportFaults.lateReturns(desk.faults(), report)
                .ifPresent(payments -> later(ReportFaults.PAUSE_MS, () -> returnLate(desk, due, payments)));
        return 0;
    }

    private void returnLate(BankDesk desk, DueReport due, Set<String> endToEndIds) {
        try {
            desk.bank().returnLate(due.messageId(), endToEndIds).ifPresent(report -> tell(desk, report));
        } catch (IOException e) {
            LOG.error("bank {} cannot book late returns", desk.bank().name().code(), e);
        }
    }

    private void failed(BankDesk desk, DueReport report, int attempt, IOException e) {
        String bank = desk.bank().name().code();
        if (attempt >= settings.attempts()) {
            LOG.warn("bank {} gives up telling {} after {} tries: {}", bank, report.messageId(), attempt, why(e));
            givenUp.incrementAndGet();
            done(desk, report, false);
            return;
        }
        if (attempt % LOG_EVERY == 1) {
            LOG.info("bank {} could not tell {}, try {}: {}", bank, report.messageId(), attempt, why(e));
        }
        later(settings.pauseAfter_ms(attempt), () -> attempt(desk, report, attempt + 1));
    }

    private void done(BankDesk desk, DueReport report, boolean arrived) {
        String bank = desk.bank().name().code();
        try {
            desk.bank().told(report, arrived);
            owed.remove(new Owed(bank, report));
        } catch (IOException e) {
            LOG.error("bank {} cannot note that {} was told", bank, report.messageId(), e);
        }
    }

    private void later(long wait_ms, Runnable work) {
        if (!timer.isShutdown()) {
            var _ = timer.schedule(() -> threads.execute(work), wait_ms, MILLISECONDS);
        }
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
