package org.nxsi.systemtests.laws;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tallies by key; a key that nobody has added to stands at nothing. */
final class Tallies {

    private final TreeMap<String, Tally> byKey = new TreeMap<>();

    Tally of(String... key) {
        return byKey.computeIfAbsent(String.join(" ", key), any -> new Tally());
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    /** The keys of either. */
    Set<String> keysWith(Tallies other) {
        Set<String> both = new TreeSet<>(byKey.keySet());
        both.addAll(other.byKey.keySet());
        return both;
    }
}
