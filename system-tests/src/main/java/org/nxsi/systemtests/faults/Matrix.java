package org.nxsi.systemtests.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each process was killed in each phase. */
final class Matrix {

    private final Map<String, Map<Phase, Integer>> kills = new TreeMap<>();

    synchronized void count(String process, Phase phase) {
        kills.computeIfAbsent(process, _ -> new EnumMap<>(Phase.class)).merge(phase, 1, Integer::sum);
    }

    /** Whether every process has been killed in every phase. */
    synchronized boolean isFull() {
        return Script.PROCESSES.stream()
                .allMatch(process -> kills.getOrDefault(process, Map.of()).size() == Phase.values().length);
    }

    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("%-24s".formatted("killed (times)"));
        for (Phase phase : Phase.values()) {
            head.append("%10s".formatted(phase));
        }
        lines.add(head.toString());
        for (String process : Script.PROCESSES) {
            StringBuilder line = new StringBuilder("%-24s".formatted(process));
            for (Phase phase : Phase.values()) {
                line.append(
                        "%10d".formatted(kills.getOrDefault(process, Map.of()).getOrDefault(phase, 0)));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
