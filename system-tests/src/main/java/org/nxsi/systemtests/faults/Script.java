package org.nxsi.systemtests.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What goes wrong in one round. It depends on seed and round alone, so that any round can be played again by itself.
 *
 * <p>Kills are dealt like a Latin square: in each round one process per phase, no process twice, and after as many rounds
 * as there are processes each has been killed in each phase; then they are dealt anew. In every other round two die at
 * once.
 */
record Script(long seed, int round, String bankFaults, List<Mishap> mishaps) {

    /** Every process of the house. */
    static final List<String> PROCESSES = List.of(
            "store",
            "kafka",
            "keycloak",
            "partner-simulators",
            "enrollment-service",
            "pension-service",
            "card-service",
            "injury-claim-service",
            "deferral-ledger-service",
            "gateway");

    private static final int KILL_WITHIN_MS = 400;
    private static final int LONGEST_DOWN_MS = 1_500;
    private static final int MISHAP_WITHIN_MS = 1_000;
    private static final int MOST_DAYS = 3;

    Script {
        mishaps = List.copyOf(mishaps);
    }

    /** @param round from 1 */
    static Script of(long seed, int round) {
        Random random = new Random(seed * 1_000_003 + round);
        List<Mishap> mishaps = new ArrayList<>(kills(seed, round, random));
        mishaps.addAll(weather(random));
        mishaps.addAll(clock(random));
        mishaps.sort(Comparator.comparing(Mishap::phase).thenComparing(Mishap::after_ms));
        return new Script(seed, round, BankFaults.line(seed, round), mishaps);
    }

    List<Mishap.Kill> kills() {
        return mishaps.stream()
                .filter(Mishap.Kill.class::isInstance)
                .map(Mishap.Kill.class::cast)
                .toList();
    }

    private static List<Mishap.Kill> kills(long seed, int round, Random random) {
        int deal = (round - 1) / PROCESSES.size();
        int turn = (round - 1) % PROCESSES.size();
        Random dealing = new Random(seed * 31 + deal);
        List<String> processes = new ArrayList<>(PROCESSES);
        Collections.shuffle(processes, dealing);
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, PROCESSES.size()).boxed().toList());
        Collections.shuffle(places, dealing);
        List<Mishap.Kill> kills = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            String part = processes.get((places.get(phase.ordinal()) + turn) % processes.size());
            kills.add(new Mishap.Kill(phase, random.nextInt(KILL_WITHIN_MS), part, random.nextInt(LONGEST_DOWN_MS)));
        }
        if (random.nextBoolean()) {
            kills.add(together(kills.get(random.nextInt(kills.size())), kills, random));
        }
        return kills;
    }

    /** A seventh that dies in the same moment as another, since a machine seldom takes only one process with it. */
    private static Mishap.Kill together(Mishap.Kill with, List<Mishap.Kill> kills, Random random) {
        List<String> alive = PROCESSES.stream()
                .filter(process -> kills.stream().noneMatch(kill -> kill.part().equals(process)))
                .toList();
        String part = alive.get(random.nextInt(alive.size()));
        return new Mishap.Kill(with.phase(), with.after_ms(), part, random.nextInt(LONGEST_DOWN_MS));
    }

    private static List<Mishap> weather(Random random) {
        List<Mishap> weather = new ArrayList<>();
        weather.add(new Mishap.Cut(phase(random), within(random), link(random)));
        weather.add(new Mishap.Cut(phase(random), within(random), link(random)));
        weather.add(new Mishap.Delay(
                phase(random), within(random), link(random), 20 + random.nextInt(180), 1_000 + random.nextInt(3_000)));
        weather.add(new Mishap.Stall(phase(random), within(random), link(random), 500 + random.nextInt(4_500)));
        weather.add(new Mishap.FullDisk(phase(random), within(random), 500 + random.nextInt(3_500)));
        return weather;
    }

    /** Some days on, and in every other round back again. */
    private static List<Mishap> clock(Random random) {
        int days = 1 + random.nextInt(MOST_DAYS);
        Mishap on = new Mishap.ClockMove(phase(random), within(random), days);
        return random.nextBoolean()
                ? List.of(on)
                : List.of(on, new Mishap.ClockMove(Phase.CLOSE, within(random), -days));
    }

    private static Phase phase(Random random) {
        return Phase.values()[random.nextInt(Phase.values().length)];
    }

    private static Link link(Random random) {
        return Link.values()[random.nextInt(Link.values().length)];
    }

    private static int within(Random random) {
        return random.nextInt(MISHAP_WITHIN_MS);
    }
}
