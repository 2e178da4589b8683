package org.nxsi.benchmarks.disbursement;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.nxsi.benchmarks.Words;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.month.MonthListener;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.platform.money.Month;

/**
 * {@code ./run bench scale-out}: a month on several instances of pension-service, of which one is killed (SIGKILL) while the
 * run is calculated and joins again while the banks are being paid.
 */
public final class ScaleOutBench {

    private static final Set<String> OPTIONS = Set.of("--payees", "--instances", "--seed");
    private static final Month MONTH = new Month(2020, 3);
    private static final Duration STEP_LIMIT = Duration.ofMinutes(10);
    private static final String VICTIM = "pension-service-2";

    private ScaleOutBench() {}

    /** @return 0 if the month ended complete and its books agree */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        long payees = options.number("--payees", 60_000);
        int instances = (int) options.number("--instances", 3);
        if (instances < 2) {
            throw new IllegalArgumentException("--instances must be 2 or more: one of them is killed");
        }
        try (BenchHouse house = BenchHouse.empty("scale-out", Map.of(ServiceName.PENSION, instances))) {
            Path roster = house.roster(payees, options.number("--seed", 2020));
            LocalStack stack = house.start(out);
            KillAndJoin fate = new KillAndJoin(stack, out);
            MonthPlan plan = new MonthPlan(
                    MONTH, roster, house.config().home().resolve("bad-rows.csv"), stack.startSeconds(), STEP_LIMIT);
            MonthReport report = PayTheMonth.run(house.config().addresses(), plan, fate);
            out.printf(
                    "%nscale-out: %,d payees, %d instances of pension-service, %d cores, %s%n",
                    payees, instances, Runtime.getRuntime().availableProcessors(), LocalDate.now());
            out.printf(
                    "  paid %,d  returned %,d  unknown %,d  complete %s  banks match %s  books balance %s%n",
                    report.paid(),
                    report.returned(),
                    report.unknown(),
                    report.isComplete(),
                    report.bankBooksMatch(),
                    report.fundBooksBalanced());
            out.printf("  %,.0f payees a second, run made to run closed%n", DisbursementFigures.rate(report));
            out.println("  slices closed by: "
                    + slicesByInstance(house.config().addresses().store()));
            return fate.happened() ? report.exitCode() : 1;
        }
    }

    private static Map<String, Integer> slicesByInstance(String store) {
        Map<String, Integer> slices = new TreeMap<>();
        try (MongoClient client = MongoClients.create(store)) {
            client.getDatabase("pension")
                    .getCollection("slices")
                    .aggregate(List.of(Aggregates.group("$result.worker", Accumulators.sum("slices", 1))))
                    .forEach((Document group) -> slices.put(
                            group.getString("_id"),
                            group.get("slices", Number.class).intValue()));
        }
        return slices;
    }

    /** Kills in the middle of the calculation, starts again when the banks are being paid. */
    private static final class KillAndJoin implements MonthListener {

        private final LocalStack stack;
        private final PrintStream out;
        private boolean killed;
        private boolean joined;

        KillAndJoin(LocalStack stack, PrintStream out) {
            this.stack = stack;
            this.out = out;
        }

        @Override
        public void progress(String step, long done, long total) {
            if (!killed && step.equals("calculate") && done < total) {
                kill(done, total);
            } else if (killed && !joined && step.equals("pay")) {
                stack.restart(VICTIM, Map.of());
                out.printf("  another joins when %d of %d batches are settled%n", done, total);
                joined = true;
            }
        }

        private void kill(long done, long total) {
            try {
                stack.kill(VICTIM);
                out.printf("  %s killed when %d of %d slices are closed%n", VICTIM, done, total);
                killed = true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new MonthFailure("stopped while killing " + VICTIM, stopped);
            }
        }

        boolean happened() {
            return killed && joined;
        }
    }
}
