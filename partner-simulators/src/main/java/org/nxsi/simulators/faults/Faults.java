package org.nxsi.simulators.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final FaultTimes times;
    private final Outage outage = new Outage();
    private final Set<String> struck = ConcurrentHashMap.newKeySet();

    /**
     * @param rates 0 never, 1 always; a fault without a rate never strikes
     * @param times how long those last that last
     */
    Faults(String seed, Map<Fault, Double> rates, FaultTimes times) {
        this.seed = seed;
        this.rates = Map.copyOf(rates);
        this.times = times;
    }

    public static Faults none() {
        return new Faults("", Map.of(), FaultTimes.USUAL);
    }

    public long clockOff_ms() {
        return times.clockOff_ms();
    }

    public long lateReport_ms() {
        return times.lateReport_ms();
    }

    /** 0 if late returns come back at once. */
    public int lateReturn_days() {
        return times.lateReturn_days();
    }

    public Outage outage() {
        return outage;
    }

    /** Begins an outage if this order is to begin one; each order begins one at most. */
    public void beginOutageOf(String order) {
        for (Fault kind : List.of(Fault.OUTAGE, Fault.CUT_OFF)) {
            if (strikesOnce(kind, order)) {
                outage.begin(kind, times.outage_ms());
            }
        }
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
