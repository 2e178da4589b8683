package org.nxsi.local.month;

/** Seconds, by the clock that never jumps. */
final class Stopwatch {

    private final long start_ns = System.nanoTime();
    private long lap_ns = start_ns;

    /** Since the last lap, or the start. */
    double lap_s() {
        long now_ns = System.nanoTime();
        double lap_s = rounded((now_ns - lap_ns) / 1e9);
        lap_ns = now_ns;
        return lap_s;
    }

    double total_s() {
        return (System.nanoTime() - start_ns) / 1e9;
    }

    /** To the hundredth. */
    static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}
