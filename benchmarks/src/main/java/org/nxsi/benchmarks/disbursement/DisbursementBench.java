package org.nxsi.benchmarks.disbursement;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.benchmarks.Words;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.platform.money.Month;

/**
 * {@code ./run bench disbursement}: one month on a stack of its own, with payees a second by phase and end to end, how long
 * banks' words took, memory, and the ratio to the store's ceiling measured in the same run.
 */
public final class DisbursementBench {

    private static final Set<String> OPTIONS = Set.of("--payees", "--instances", "--seed");
    private static final Month MONTH = new Month(2020, 3);
    private static final Duration STEP_LIMIT = Duration.ofMinutes(20);
    private static final int CEILING_BATCH = 400;
    private static final long CEILING_MOST = 200_000;

    private DisbursementBench() {}

    /** @return 0 if the month ended complete and its books agree */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        long payees = options.number("--payees", 10_000);
        int instances = (int) options.number("--instances", 1);
        try (BenchHouse house = BenchHouse.empty("disbursement", Map.of(ServiceName.PENSION, instances))) {
            StackConfig config = house.config();
            Path roster = house.roster(payees, options.number("--seed", 2020));
            LocalStack stack = house.start(out);
            Processes processes = new Processes(RunningParts.read(config.home()).orElseThrow());
            Phases phases = new Phases(processes);
            MonthPlan plan = new MonthPlan(
                    MONTH, roster, config.home().resolve("bad-rows.csv"), stack.startSeconds(), STEP_LIMIT);
            MonthReport report = PayTheMonth.run(config.addresses(), plan, phases);
            phases.close();
            Map<String, Long> peaks = processes.peak_mb();
            double ceiling = new StoreCeiling(config.addresses().store())
                    .rate(Math.min(CEILING_MOST, Math.max(20_000, payees)), CEILING_BATCH);
            new DisbursementFigures(report, phases, peaks, ceiling, instances).print(out);
            return report.exitCode();
        }
    }
}
