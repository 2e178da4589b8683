package org.nxsi.local.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.platform.money.Month;

/**
 * What was asked for on the command line.
 *
 * @param exit stop everything once the month is paid
 * @param detach leave everything running in the background once it is up
 * @param now kill instead of asking to end
 */
record Options(
        long payees,
        long seed,
        Month month,
        Optional<Path> roster,
        Optional<Path> report,
        Map<ServiceName, Integer> scale,
        boolean exit,
        boolean detach,
        boolean now) {

    private static final long DEFAULT_PAYEES = 10_000;
    private static final long DEFAULT_SEED = 2020;
    private static final Month DEFAULT_MONTH = new Month(2020, 3);

    /** @throws UsageError naming the word that cannot be understood */
    static Options parse(List<String> words) {
        Reading reading = new Reading(new ArrayDeque<>(words));
        while (reading.next()) {
            reading.take();
        }
        return reading.options();
    }

    /** Reads word by word. */
    private static final class Reading {

        private final Queue<String> words;
        private final Map<ServiceName, Integer> scale = new EnumMap<>(ServiceName.class);
        private String word = "";
        private long payees = DEFAULT_PAYEES;
        private long seed = DEFAULT_SEED;
        private Month month = DEFAULT_MONTH;
        private Optional<Path> roster = Optional.empty();
        private Optional<Path> report = Optional.empty();
        private boolean exit;
        private boolean detach;
        private boolean now;

        Reading(Queue<String> words) {
            this.words = words;
        }

        boolean next() {
            word = Optional.ofNullable(words.poll()).orElse("");
            return !word.isEmpty();
        }

        void take() {
            switch (word) {
                case "--payees" -> payees = number(1, SampleRoster.MOST_PAYEES);
                case "--seed" -> seed = number(0, Long.MAX_VALUE);
                case "--month" -> month = month();
                case "--roster" -> roster = Optional.of(file());
                case "--report" -> report = Optional.of(file());
                case "--scale" -> scale();
                case "--exit" -> exit = true;
                case "--detach" -> detach = true;
                case "--now" -> now = true;
                default -> throw new UsageError("unknown option " + word + " (./run help lists them)");
            }
        }

        private String value() {
            String option = word;
            return Optional.ofNullable(words.poll()).orElseThrow(() -> new UsageError(option + " needs a value"));
        }

        private long number(long least, long most) {
            String option = word;
            String text = value();
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below
            }
            throw new UsageError(option + " needs a number from " + least + " to " + most + ", not " + text);
        }

        private Month month() {
            String text = value();
            try {
                return Month.parse(text);
            } catch (IllegalArgumentException notAMonth) {
                throw new UsageError("--month needs a month like 2020-03, not " + text);
            }
        }

        private Path file() {
            return Path.of(value()).toAbsolutePath().normalize();
        }

        private void scale() {
            String text = value();
            String[] parts = text.split("=", -1);
            ServiceName service = ServiceName.ofModule(parts[0])
                    .orElseThrow(() -> new UsageError("--scale knows no service " + parts[0]));
            if (parts.length != 2 || !parts[1].matches("[1-8]")) {
                throw new UsageError("--scale needs service=1..8, not " + text);
            }
            scale.put(service, Integer.parseInt(parts[1]));
        }

        Options options() {
            return new Options(payees, seed, month, roster, report, Map.copyOf(scale), exit, detach, now);
        }
    }
}
