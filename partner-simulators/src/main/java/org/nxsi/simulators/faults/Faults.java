package org.nxsi.simulators.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nxsi.platform.partner.Seal;

/**
 * One bank's faults. Whether one strikes depends on the seed, the bank, the fault and what it would strike, and on
 * nothing else: the same seed breaks the same orders.
 */
public final class Faults {

    private static final int HEX_DIGITS_OF_CHANCE = 12;
    private static final double CHANCES = Math.pow(16, HEX_DIGITS_OF_CHANCE);

    private final String seed;
    private final Map<Fault, Double> rates;
    private final long clockOff_ms;
    private final Set<String> struck = ConcurrentHashMap.newKeySet();

    /**
     * @param rates 0 never, 1 always; a fault without a rate never strikes
     * @param clockOff_ms how far the bank's clock is ahead, negative for behind
     */
    Faults(String seed, Map<Fault, Double> rates, long clockOff_ms) {
        this.seed = seed;
        this.rates = Map.copyOf(rates);
        this.clockOff_ms = clockOff_ms;
    }

    public static Faults none() {
        return new Faults("", Map.of(), 0);
    }

    public long clockOff_ms() {
        return clockOff_ms;
    }

    /** Whether the fault strikes this subject: the same answer however often it is asked. */
    public boolean strikes(Fault fault, String subject) {
        double rate = rates.getOrDefault(fault, 0.0);
        return rate > 0 && chance(fault, subject) < rate;
    }

    /** Whether the fault strikes this subject now: a second try of the same thing goes well. */
    public boolean strikesOnce(Fault fault, String subject) {
        return strikes(fault, subject) && struck.add(fault + "/" + subject);
    }

    private double chance(Fault fault, String subject) {
        String text = seed + "/" + fault + "/" + subject;
        String digest = Seal.digest(text.getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(digest.substring(0, HEX_DIGITS_OF_CHANCE), 16) / CHANCES;
    }
}
