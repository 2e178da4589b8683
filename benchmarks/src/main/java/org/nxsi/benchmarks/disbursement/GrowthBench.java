package org.nxsi.benchmarks.disbursement;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.benchmarks.Words;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.month.MonthListener;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.platform.money.Month;

/**
 * {@code ./run bench growth}: months on end for the same payees, to see whether the rate of a month and what a month adds
 * to the store's file stay level.
 */
public final class GrowthBench {

    private static final Set<String> OPTIONS = Set.of("--payees", "--months", "--seed");
    private static final Month FIRST = new Month(2020, 1);
    private static final Duration STEP_LIMIT = Duration.ofMinutes(10);

    private GrowthBench() {}

    /** @return 0 if every month ended complete and the books agree */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        long payees = options.number("--payees", 20_000);
        int months = (int) options.number("--months", 12);
        try (BenchHouse house = BenchHouse.empty("growth", Map.of())) {
            Path roster = house.roster(payees, options.number("--seed", 2020));
            LocalStack stack = house.start(out);
            out.printf(
                    "%ngrowth over %d months of %,d payees, %d cores, %s%n",
                    months, payees, Runtime.getRuntime().availableProcessors(), LocalDate.now());
            out.println("  month     payees a second, run made to run closed    store's file MB    added");
            int worst = 0;
            double before_mb = storeFile_mb(house);
            for (int at = 0; at < months; at++) {
                MonthPlan plan = new MonthPlan(
                        FIRST.plus(at),
                        roster,
                        house.config().home().resolve("bad-rows.csv"),
                        stack.startSeconds(),
                        STEP_LIMIT);
                MonthReport report = PayTheMonth.run(house.config().addresses(), plan, MonthListener.SILENT);
                double file_mb = storeFile_mb(house);
                out.printf(
                        "  %s   %,40.0f   %,16.0f   %,6.0f%n",
                        FIRST.plus(at), DisbursementFigures.rate(report), file_mb, file_mb - before_mb);
                before_mb = file_mb;
                worst = Math.max(worst, report.exitCode());
            }
            return worst;
        }
    }

    private static double storeFile_mb(BenchHouse house) {
        try {
            return Files.size(house.config().home().resolve("store/store.mv")) / 1e6;
        } catch (IOException unreadable) {
            throw new MonthFailure("cannot see the store's file: " + unreadable.getMessage(), unreadable);
        }
    }
}
