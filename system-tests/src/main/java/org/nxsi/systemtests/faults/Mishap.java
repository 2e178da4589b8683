package org.nxsi.systemtests.faults;

import java.util.Locale;

/** Something that goes wrong, {@code after_ms} milliseconds after the phase has begun. */
sealed interface Mishap {

    Phase phase();

    int after_ms();

    /**
     * kill -9 of a process.
     *
     * @param down_ms how long until it is started again
     */
    record Kill(Phase phase, int after_ms, String part, int down_ms) implements Mishap {
        @Override
        public String toString() {
            return "kill -9 %s %d ms into %s, started again after %d ms".formatted(part, after_ms, phase, down_ms);
        }
    }

    /** All connections of a link are closed at once; new ones are taken. */
    record Cut(Phase phase, int after_ms, Link link) implements Mishap {
        @Override
        public String toString() {
            return "cut the connections to the %s %d ms into %s".formatted(name(link), after_ms, phase);
        }
    }

    /** Whatever goes over a link comes later. */
    record Delay(Phase phase, int after_ms, Link link, int delay_ms, int lasts_ms) implements Mishap {
        @Override
        public String toString() {
            return "delay all to and from the %s by %d ms, %d ms into %s, for %d ms"
                    .formatted(name(link), delay_ms, after_ms, phase, lasts_ms);
        }
    }

    /** Nothing goes over a link, and nobody is told. */
    record Stall(Phase phase, int after_ms, Link link, int lasts_ms) implements Mishap {
        @Override
        public String toString() {
            return "stall the link to the %s %d ms into %s for %d ms".formatted(name(link), after_ms, phase, lasts_ms);
        }
    }

    /** The disk of the store is full. */
    record FullDisk(Phase phase, int after_ms, int lasts_ms) implements Mishap {
        @Override
        public String toString() {
            return "the store's disk is full %d ms into %s for %d ms".formatted(after_ms, phase, lasts_ms);
        }
    }

    /** The business date of bureau and banks is moved by so many days, back for negative ones. */
    record ClockMove(Phase phase, int after_ms, int days) implements Mishap {
        @Override
        public String toString() {
            return "move the business date by %+d days %d ms into %s".formatted(days, after_ms, phase);
        }
    }

    private static String name(Link link) {
        return link.name().toLowerCase(Locale.ROOT);
    }
}
