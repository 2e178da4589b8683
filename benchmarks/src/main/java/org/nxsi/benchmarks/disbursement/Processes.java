package org.nxsi.benchmarks.disbursement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nxsi.local.stack.RunningParts;

/** What the parts' processes have used, as the kernel counts it (Linux: {@code /proc}). */
public final class Processes {

    /** {@code sysconf(_SC_CLK_TCK)} of every Linux that a JDK 25 runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final Map<String, Long> pids = new LinkedHashMap<>();

    public Processes(RunningParts parts) {
        parts.alive().forEach(part -> pids.put(part.name(), part.pid()));
    }

    /** Processor seconds of each part so far. */
    Map<String, Double> cpu_s() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        pids.forEach((name, pid) -> seconds.put(name, cpu_s(pid)));
        return seconds;
    }

    /** Largest resident memory of each part so far, MB. */
    public Map<String, Long> peak_mb() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        pids.forEach((name, pid) -> peaks.put(name, peak_mb(pid)));
        return peaks;
    }

    private static double cpu_s(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        // The program's name stands in brackets and may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length <= SYSTEM_TIME
                ? 0
                : (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_A_SECOND;
    }

    private static long peak_mb(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
