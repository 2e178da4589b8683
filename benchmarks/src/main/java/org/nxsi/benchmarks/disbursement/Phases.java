package org.nxsi.benchmarks.disbursement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.local.month.MonthListener;

/** Notes what processor time each phase of the month cost which part. */
final class Phases implements MonthListener {

    private final Processes processes;
    private final Map<String, Map<String, Double>> byPhase = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private String phase = "";
    private Map<String, Double> before;

    Phases(Processes processes) {
        this.processes = processes;
        this.before = processes.cpu_s();
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void progress(String step, long done, long total) {
        if (!step.equals(phase)) {
            close();
            phase = step;
        }
    }

    /** The month is over. */
    void close() {
        Map<String, Double> now = processes.cpu_s();
        if (!phase.isEmpty()) {
            Map<String, Double> used = byPhase.computeIfAbsent(phase, any -> new LinkedHashMap<>());
            now.forEach((part, seconds) -> used.merge(part, seconds - before.getOrDefault(part, 0.0), Double::sum));
        }
        before = now;
    }

    /** Processor seconds by phase and part. */
    Map<String, Map<String, Double>> cpu_s() {
        return byPhase;
    }

    List<String> notes() {
        return notes;
    }
}
