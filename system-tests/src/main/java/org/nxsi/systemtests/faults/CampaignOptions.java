package org.nxsi.systemtests.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./run faults} is told.
 *
 * @param seed decides all that goes wrong
 * @param rounds how many
 * @param fromRound the first one, from 1; a later one plays a round of a longer campaign again by itself
 * @param payees of the first month
 * @param roundLimit a round that takes longer is not green
 */
record CampaignOptions(long seed, int rounds, int fromRound, int payees, Duration roundLimit) {

    private static final int MOST_ROUNDS = 200;
    private static final int MOST_PAYEES = 100_000;
    private static final Map<String, String> DEFAULTS =
            Map.of("--seed", "1", "--rounds", "1", "--from-round", "1", "--payees", "3000", "--round-limit-s", "240");

    CampaignOptions {
        requireBetween("--rounds", 1, rounds, MOST_ROUNDS);
        requireBetween("--from-round", 1, fromRound, MOST_ROUNDS);
        requireBetween("--payees", 100, payees, MOST_PAYEES);
    }

    /** @throws IllegalArgumentException saying what is not understood */
    static CampaignOptions parse(List<String> words) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < words.size(); i += 2) {
            if (!DEFAULTS.containsKey(words.get(i)) || i + 1 == words.size()) {
                throw new IllegalArgumentException("./run faults [--seed S] [--rounds N] [--from-round K] [--payees P]"
                        + " [--round-limit-s T]; not understood: " + words.get(i));
            }
            values.put(words.get(i), words.get(i + 1));
        }
        return new CampaignOptions(
                number(values, "--seed"),
                (int) number(values, "--rounds"),
                (int) number(values, "--from-round"),
                (int) number(values, "--payees"),
                Duration.ofSeconds(number(values, "--round-limit-s")));
    }

    /** The command that plays one round again. */
    String replay(int round) {
        return "./run faults --seed " + seed + " --from-round " + round + " --rounds 1 --payees " + payees;
    }

    private static long number(Map<String, String> values, String name) {
        try {
            return Long.parseLong(String.valueOf(values.get(name)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a number, not " + values.get(name), notANumber);
        }
    }

    private static void requireBetween(String name, int low, int value, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " is between " + low + " and " + high + ", not " + value);
        }
    }
}
