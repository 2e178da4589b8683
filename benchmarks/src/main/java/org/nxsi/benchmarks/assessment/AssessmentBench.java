package org.nxsi.benchmarks.assessment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nxsi.benchmarks.Words;
import org.nxsi.benchmarks.disbursement.BenchHouse;
import org.nxsi.benchmarks.disbursement.Processes;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.StackAddresses;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./run bench assessment}: one employer's months declared by its agent through the gateway, one after the other, in
 * persons and months a second, beside what the store does of its own in the same run.
 */
public final class AssessmentBench {

    private static final Set<String> OPTIONS = Set.of("--employees", "--months");
    private static final Month FIRST = new Month(2020, 1);
    private static final int MOST_MONTHS = 12;
    private static final int DAY = 10;

    private AssessmentBench() {}

    /** @return 0 if every month has a line for everybody */
    public static int run(List<String> words, PrintStream out) throws InterruptedException {
        Words options = Words.parse(words, OPTIONS);
        long employees = options.number("--employees", 2_000);
        int months = (int) options.number("--months", MOST_MONTHS);
        if (months < 1 || months > MOST_MONTHS || employees < 1 || employees > 50_000) {
            throw new IllegalArgumentException("1 to 12 months of 1 to 50,000 employees");
        }
        try (BenchHouse house = BenchHouse.empty("assessment", Map.of())) {
            house.start(out);
            StackAddresses addresses = house.config().addresses();
            Processes processes =
                    new Processes(RunningParts.read(house.config().home()).orElseThrow());
            Calls calls = new Calls(addresses);
            try (MongoClient client = MongoClients.create(addresses.store())) {
                MongoDatabase store = client.getDatabase("enrollment");
                Calendar calendar = new Calendar(calls);
                calendar.turnTo(FIRST);
                BenchCompany company = new BenchCompany(calls, store);
                company.register();
                company.employ(employees);
                out.printf(
                        "%nassessment of %,d employees in %d months, %d cores, load average %.1f before, %s%n",
                        employees, months, Runtime.getRuntime().availableProcessors(), load(), LocalDate.now());
                List<Double> first_s = declare(company, calendar, employees, months);
                print(out, "declared", first_s, employees);
                print(out, "declared again, nothing changed", declare(company, calendar, employees, months), employees);
                Map<String, Long> peaks = processes.peak_mb();
                LineCeiling.Rates ceiling = new LineCeiling(addresses.store()).measure(employees * months);
                out.printf(
                        "  the store alone, one thread: %,.0f inserts/s, %,.0f replacements/s of a line of %,d"
                                + " characters; ratio %.2f%n",
                        ceiling.inserts(),
                        ceiling.upserts(),
                        ceiling.bytes(),
                        rate(first_s, employees) / ceiling.inserts());
                out.println("  peak memory, MB: " + peaks);
                out.printf("  load average %.1f after%n", load());
                return isComplete(store, employees * months, out) ? 0 : 1;
            }
        }
    }

    /** Each month is declared in its own time; the business date never goes back. */
    private static final class Calendar {

        private final Calls calls;
        private Month now = FIRST.plus(-1);

        Calendar(Calls calls) {
            this.calls = calls;
        }

        void turnTo(Month month) throws InterruptedException {
            if (month.isAfter(now)) {
                now = month;
                calls.staff(
                        "admin",
                        "PUT",
                        "/admin/v1/services/enrollment-service/ops/clock",
                        Map.of("date", month.day(DAY).toString()));
            }
        }
    }

    /** @return seconds of each month */
    private static List<Double> declare(BenchCompany company, Calendar calendar, long employees, int months)
            throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int at = 0; at < months; at++) {
            Month month = FIRST.plus(at);
            calendar.turnTo(month);
            long begun_ns = System.nanoTime();
            JsonNode sheet = company.declare(month);
            seconds.add((System.nanoTime() - begun_ns) / 1e9);
            boolean whole = sheet.path("persons").asLong(0) == employees
                    && sheet.path("schemes").size() == 3
                    && Fen.ofYuan(sheet.path("owed").asString("0.00")).isPositive();
            if (!whole) {
                throw new MonthFailure(month + " is not assessed for all under 110, 210 and 410: " + sheet);
            }
        }
        return seconds;
    }

    private static void print(PrintStream out, String what, List<Double> seconds, long employees) {
        out.printf(
                "  %s: %.1f s, %,.0f persons·months/s; by month, ms: %s%n",
                what,
                sum(seconds),
                rate(seconds, employees),
                seconds.stream()
                        .map(each -> String.valueOf(Math.round(each * 1_000)))
                        .collect(Collectors.joining(" ")));
    }

    private static double rate(List<Double> seconds, long employees) {
        return seconds.size() * employees / sum(seconds);
    }

    private static double sum(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static boolean isComplete(MongoDatabase store, long wanted, PrintStream out) {
        long lines = store.getCollection("assessed_months").countDocuments();
        long sheets = store.getCollection("assessment_sheets").countDocuments();
        out.printf("  %,d of %,d lines on %d sheets%n", lines, wanted, sheets);
        return lines == wanted;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
