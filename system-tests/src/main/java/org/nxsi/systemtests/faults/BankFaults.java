package org.nxsi.systemtests.faults;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** What the simulated banks do wrong in a round, as their setting {@code NXSI_FAULTS} says it. */
final class BankFaults {

    /** For rounds after which nothing more may go wrong. */
    static final String NONE = "";

    private static final List<String> BANKS = List.of("102", "103", "104", "105", "313", "403");
    private static final int MOST_CLOCK_OFF_MS = 90_000;
    private static final int LONGEST_OUTAGE_MS = 30_000;
    /** Long after the run was closed: the next round's month has begun. */
    private static final int LATE_DAYS = 20;

    /** A fault and how often it may strike at most: of orders, reports, payments or statement pages. */
    private record Share(String fault, double most) {}

    private static final List<Share> SHARES = List.of(
            new Share("unavailable", 0.3),
            new Share("dropped-reply", 0.3),
            new Share("silence", 0.05),
            new Share("wrong-signature", 0.15),
            new Share("late-report", 0.1),
            new Share("repeated-report", 0.4),
            new Share("half-report", 0.3),
            new Share("overtaken-report", 0.4),
            new Share("late-return", 0.002),
            new Share("missing-entry", 0.1),
            new Share("doubled-entry", 0.1),
            new Share("outage", 0.05),
            new Share("cut-off", 0.05),
            new Share("unreported", 0.1));

    private BankFaults() {}

    static String line(long seed, int round) {
        Random random = new Random(seed * 7_919 + round);
        StringJoiner line = new StringJoiner("; ");
        line.add("seed=" + seed + "." + round);
        for (String bank : BANKS) {
            StringJoiner faults = new StringJoiner(", ", bank + ": ", "");
            for (Share share : SHARES) {
                if (random.nextBoolean()) {
                    faults.add(
                            share.fault + "=" + String.format(Locale.ROOT, "%.4f", random.nextDouble() * share.most));
                }
            }
            faults.add("outage-ms=" + random.nextInt(1_000, LONGEST_OUTAGE_MS));
            faults.add("late-return-days=" + (random.nextBoolean() ? 0 : LATE_DAYS));
            faults.add("clock-off-ms=" + random.nextInt(-MOST_CLOCK_OFF_MS, MOST_CLOCK_OFF_MS));
            line.add(faults.toString());
        }
        return line.toString();
    }
}
