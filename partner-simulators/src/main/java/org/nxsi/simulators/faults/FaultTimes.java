package org.nxsi.simulators.faults;

import java.util.Map;
import java.util.Set;

/**
 * How long a bank's faults last.
 *
 * @param clockOff_ms how far its clock is ahead, negative for behind
 * @param outage_ms how long it is away once an outage has begun
 * @param lateReport_ms how much later a late report is told
 * @param lateReturn_days business days after the booking on which late returns come back; 0 for at once
 */
record FaultTimes(long clockOff_ms, long outage_ms, long lateReport_ms, int lateReturn_days) {

    static final FaultTimes USUAL = new FaultTimes(0, 60_000, 20_000, 0);

    /** As settings write them. */
    static final Set<String> NAMES = Set.of("clock-off-ms", "outage-ms", "late-report-ms", "late-return-days");

    static FaultTimes of(Map<String, Double> settings) {
        return new FaultTimes(
                settings.getOrDefault("clock-off-ms", (double) USUAL.clockOff_ms())
                        .longValue(),
                settings.getOrDefault("outage-ms", (double) USUAL.outage_ms()).longValue(),
                settings.getOrDefault("late-report-ms", (double) USUAL.lateReport_ms())
                        .longValue(),
                settings.getOrDefault("late-return-days", (double) USUAL.lateReturn_days())
                        .intValue());
    }
}
