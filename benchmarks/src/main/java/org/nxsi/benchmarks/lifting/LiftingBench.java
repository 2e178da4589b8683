package org.nxsi.benchmarks.lifting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.nxsi.benchmarks.Words;
import org.nxsi.benchmarks.disbursement.BenchHouse;
import org.nxsi.benchmarks.disbursement.Processes;
import org.nxsi.local.month.EmergencyOfTwo;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.StackAddresses;
import org.nxsi.platform.money.Month;

/**
 * {@code ./run bench lifting}: entries of the ledger a second, entered by events of a thousand lines and given their
 * deadline by a lifting, beside what the store does of its own in the same run. With {@code --kill 1} the service is killed
 * (SIGKILL) when half of them have followed, and started again.
 */
public final class LiftingBench {

    private static final Set<String> OPTIONS = Set.of("--entries", "--seed", "--kill");
    private static final LocalDate LIFTED_ON = LocalDate.of(2020, 6, 30);
    private static final String DEADLINE = "2020-09-30";
    private static final Duration STILL_LIMIT = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 200;
    private static final int TEN = 10;

    private LiftingBench() {}

    /** @return 0 if every entry has its deadline */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        long entries = options.number("--entries", 20_000);
        PutOffEvents events = new PutOffEvents(entries, options.number("--seed", 2020));
        try (BenchHouse house = BenchHouse.empty("lifting", Map.of())) {
            LocalStack stack = house.start(out);
            StackAddresses addresses = house.config().addresses();
            Processes processes =
                    new Processes(RunningParts.read(house.config().home()).orElseThrow());
            EmergencyOfTwo emergency = new EmergencyOfTwo(addresses, STILL_LIMIT);
            String period = emergency.declare(Month.of(LIFTED_ON));
            out.printf(
                    "%nlifting of %,d entries, %d cores, load average %.1f before, %s%n",
                    entries, Runtime.getRuntime().availableProcessors(), load(), LocalDate.now());
            try (MongoClient client = MongoClients.create(addresses.store())) {
                MongoDatabase deferral = client.getDatabase("deferral");
                double opening_s = open(events, addresses, deferral);
                print(out, "entered by events of 1,000 lines", entries, opening_s);
                HalfWay halfWay = new HalfWay(stack, options.number("--kill", 0) > 0, entries, out);
                double lifting_s = lift(emergency, period, halfWay);
                print(out, "lifted", entries, lifting_s);
                Map<String, Long> peaks = processes.peak_mb();
                EntryCeiling.Rates ceiling = new EntryCeiling(addresses.store()).measure(entries);
                out.printf(
                        "  the store alone, one thread: %,.0f inserts/s, %,.0f updates/s; ratio %.2f and %.2f%n",
                        ceiling.inserts(),
                        ceiling.updates(),
                        entries / opening_s / ceiling.inserts(),
                        entries / lifting_s / ceiling.updates());
                out.println("  peak memory, MB: " + peaks);
                out.printf("  load average %.1f after%n", load());
                return isComplete(deferral, entries, out) ? 0 : 1;
            }
        }
    }

    private static double open(PutOffEvents events, StackAddresses addresses, MongoDatabase deferral)
            throws InterruptedException {
        long begun_ns = System.nanoTime();
        events.send(addresses.kafka());
        long moved_ns = begun_ns;
        for (long before = -1; before < events.count(); ) {
            Thread.sleep(PAUSE_MS);
            long now = deferral.getCollection("deferral_batches").countDocuments();
            moved_ns = now == before ? moved_ns : System.nanoTime();
            before = now;
            if (System.nanoTime() - moved_ns > STILL_LIMIT.toNanos()) {
                throw new MonthFailure("entering: nothing has moved for " + STILL_LIMIT.toSeconds() + " s");
            }
        }
        return (System.nanoTime() - begun_ns) / 1e9;
    }

    private static double lift(EmergencyOfTwo emergency, String period, HalfWay halfWay) throws InterruptedException {
        long begun_ns = System.nanoTime();
        emergency.lift(period, LIFTED_ON);
        emergency.awaitLifted(period, halfWay);
        return (System.nanoTime() - begun_ns) / 1e9;
    }

    /** Shows how far the lifting has come; half way it may kill the service, which then starts again. */
    private static final class HalfWay implements LongConsumer {

        private static final String VICTIM = "deferral-ledger-service";

        private final LocalStack stack;
        private final long entries;
        private final PrintStream out;
        private boolean kills;
        private long shown;

        HalfWay(LocalStack stack, boolean kills, long entries, PrintStream out) {
            this.stack = stack;
            this.kills = kills;
            this.entries = entries;
            this.out = out;
        }

        @Override
        public void accept(long done) {
            if (done - shown >= Math.max(1, entries / TEN)) {
                shown = done;
                out.printf("  … %,d%n", done);
            }
            if (kills && done >= entries / 2 && done < entries) {
                kills = false;
                kill(done);
            }
        }

        private void kill(long done) {
            try {
                stack.kill(VICTIM);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new MonthFailure("stopped while killing " + VICTIM, stopped);
            }
            out.printf("  %s killed when %,d have followed, and started again%n", VICTIM, done);
            stack.restart(VICTIM, Map.of());
        }
    }

    private static boolean isComplete(MongoDatabase deferral, long entries, PrintStream out) {
        long withDeadline = deferral.getCollection("deferral_entries")
                .countDocuments(Filters.and(Filters.eq("state", "OPEN"), Filters.eq("deadline", DEADLINE)));
        long told = 0;
        for (Document chunk : deferral.getCollection("deferral_lifting_chunks").find()) {
            told += chunk.get("changed", Number.class).longValue();
        }
        out.printf("  %,d of %,d entries are open until %s, %,d were told of%n", withDeadline, entries, DEADLINE, told);
        return withDeadline == entries && told == entries;
    }

    private static void print(PrintStream out, String what, long entries, double seconds) {
        out.printf("  %s: %.1f s, %,.0f entries/s%n", what, seconds, entries / seconds);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
