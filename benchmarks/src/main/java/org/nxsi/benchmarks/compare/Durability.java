package org.nxsi.benchmarks.compare;

import java.util.List;

/** What PostgreSQL promises about a commit that it has answered. */
enum Durability {
    /** As installed: it outlives a power cut. That is more than the embedded store promises. */
    POWER_CUT("as installed: a commit outlives a power cut", List.of()),

    /** It outlives a killed process, not a power cut: the embedded store's own promise. */
    KILLED_PROCESS("fsync = off: a commit outlives a kill, as in NXSI's store", List.of("fsync = off")),

    /** The books stay consistent, but the last half second of answered commits may be gone after a kill. */
    LAZY("synchronous_commit = off: the last commits may be lost", List.of("synchronous_commit = off"));

    private final String title;
    private final List<String> settings;

    Durability(String title, List<String> settings) {
        this.title = title;
        this.settings = settings;
    }

    String title() {
        return title;
    }

    /** Lines of {@code postgresql.conf}. */
    List<String> settings() {
        return settings;
    }
}
