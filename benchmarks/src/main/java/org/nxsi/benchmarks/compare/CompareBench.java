package org.nxsi.benchmarks.compare;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.benchmarks.Words;
import org.nxsi.benchmarks.disbursement.BenchHouse;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.platform.money.Month;

/**
 * {@code ./run bench compare}: the month on the stack, then the same month as a Spring Batch job on PostgreSQL, once for each
 * promise that PostgreSQL can make about a commit. Fails if they do not pay the same to the fen.
 */
public final class CompareBench {

    private static final Set<String> OPTIONS = Set.of("--payees", "--seed");
    private static final Month MONTH = new Month(2020, 3);

    private CompareBench() {}

    /** @return 0 if all were measured and paid the same */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        SampleRoster sample = new SampleRoster(options.number("--payees", 10_000), options.number("--seed", 2020));
        PostgresPrograms postgres =
                PostgresPrograms.installed().orElseThrow(() -> new MonthFailure(PostgresCluster.NOT_INSTALLED));
        try (BenchHouse house = BenchHouse.empty("compare", Map.of())) {
            Path roster = house.roster(sample.payees(), sample.seed());
            PaidMonth ours = OurMonth.pay(house, roster, MONTH, out);
            house.close();
            BaselineMonth baseline = new BaselineMonth(house.config(), postgres, sample, roster, MONTH);
            List<PaidMonth> theirs = new ArrayList<>();
            for (Durability durability : Durability.values()) {
                out.println("Spring Batch on PostgreSQL, " + durability.title());
                theirs.add(baseline.pay(durability).requireSameAs(ours));
            }
            new Comparison(ours, theirs).print(out);
            return 0;
        }
    }
}
