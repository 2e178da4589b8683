package org.nxsi.systemtests.faults;

import java.io.PrintStream;

/** Says what happens, with seconds since the round began. */
final class Protocol {

    private final PrintStream out;
    private final long began_ns = System.nanoTime();

    Protocol(PrintStream out) {
        this.out = out;
    }

    synchronized void note(String text) {
        out.println("  %6.1f s  %s".formatted(seconds(), text));
    }

    double seconds() {
        return (System.nanoTime() - began_ns) / 1e9;
    }
}
