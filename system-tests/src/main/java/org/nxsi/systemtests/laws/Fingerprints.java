package org.nxsi.systemtests.laws;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A multiset of texts, of each of which 64 bits are kept: a million in 8 MB. Two different texts look alike once in a
 * hundred thousand evidences of ten million; so what this finds are suspects, and the texts themselves have the last word.
 */
final class Fingerprints {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] prints = new long[1_024];
    private int size;
    private boolean sorted;

    void add(String text) {
        if (size == prints.length) {
            prints = Arrays.copyOf(prints, size * 2);
        }
        prints[size++] = of(text);
        sorted = false;
    }

    boolean has(String text) {
        sort();
        return Arrays.binarySearch(prints, 0, size, of(text)) >= 0;
    }

    /** Those that are in it more than once. */
    Set<Long> repeated() {
        sort();
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (prints[i] == prints[i - 1]) {
                repeated.add(prints[i]);
            }
        }
        return repeated;
    }

    /** Those that are in it more often than in the other. */
    Set<Long> without(Fingerprints other) {
        sort();
        other.sort();
        Set<Long> left = new HashSet<>();
        int theirs = 0;
        for (int mine = 0; mine < size; mine++) {
            while (theirs < other.size && other.prints[theirs] < prints[mine]) {
                theirs++;
            }
            if (theirs < other.size && other.prints[theirs] == prints[mine]) {
                theirs++;
            } else {
                left.add(prints[mine]);
            }
        }
        return left;
    }

    /** FNV-1a over the bytes, mixed at the end so that all 64 bits depend on all of them. */
    static long of(String text) {
        long print = SEED;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            print = (print ^ (each & 0xff)) * PRIME;
        }
        print = (print ^ (print >>> 32)) * 0x9E3779B97F4A7C15L;
        return print ^ (print >>> 29);
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(prints, 0, size);
            sorted = true;
        }
    }
}
