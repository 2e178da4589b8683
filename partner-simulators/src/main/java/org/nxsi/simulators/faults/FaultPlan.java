package org.nxsi.simulators.faults;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Every bank's faults, from one line of settings:
 * {@code seed=7; *: late-report=0.1, repeated-report=0.05; 102: dropped-reply=0.02, clock-off-ms=-90000}.
 * Times have names that end in their unit, see {@link FaultTimes}.
 * What a bank's own part says goes before what {@code *} says.
 */
public final class FaultPlan {

    private static final String EVERY_BANK = "*";

    private final String seed;
    private final Map<String, Map<String, Double>> settings;

    private FaultPlan(String seed, Map<String, Map<String, Double>> settings) {
        this.seed = seed;
        this.settings = settings;
    }

    /**
     * Reads a plan; an empty line plans no fault.
     *
     * @throws IllegalArgumentException naming the part that is not understood
     */
    public static FaultPlan parse(String line) {
        String seed = "0";
        Map<String, Map<String, Double>> settings = new HashMap<>();
        for (String part : line.split(";", -1)) {
            if (part.strip().startsWith("seed=")) {
                seed = part.strip().substring("seed=".length());
            } else if (!part.isBlank()) {
                int colon = part.indexOf(':');
                if (colon < 0) {
                    throw new IllegalArgumentException("not a bank's faults: " + part.strip());
                }
                settings.put(part.substring(0, colon).strip(), rates(part.substring(colon + 1)));
            }
        }
        return new FaultPlan(seed, settings);
    }

    public Faults of(String bank) {
        Map<String, Double> merged = new HashMap<>(settings.getOrDefault(EVERY_BANK, Map.of()));
        merged.putAll(settings.getOrDefault(bank, Map.of()));
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        merged.forEach((name, rate) -> Fault.ofSetting(name).ifPresent(fault -> rates.put(fault, rate)));
        return new Faults(seed + "/" + bank, rates, FaultTimes.of(merged));
    }

    private static Map<String, Double> rates(String list) {
        Map<String, Double> rates = new HashMap<>();
        for (String item : list.split(",", -1)) {
            int equals = item.indexOf('=');
            String name = item.substring(0, Math.max(0, equals)).strip();
            if (Fault.ofSetting(name).isEmpty() && !FaultTimes.NAMES.contains(name)) {
                throw new IllegalArgumentException("not a fault and its rate: " + item.strip());
            }
            rates.put(name, Double.valueOf(item.substring(equals + 1).strip()));
        }
        return rates;
    }
}
