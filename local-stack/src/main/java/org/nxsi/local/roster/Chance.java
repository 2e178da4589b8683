package org.nxsi.local.roster;

import java.util.List;

/** Chance that depends on nothing but a seed, a row and a purpose: any row can be made without those before it. */
record Chance(long seed, long row) {

    /** Purposes, so that what is drawn for one thing says nothing about another. */
    enum Of {
        NAME(1),
        SEX(2),
        CODE(3),
        SCHEME(4),
        BASE(5),
        PERSONAL_ACCOUNT(6),
        TRANSITIONAL(7),
        SUBSIDY(8),
        BANK(9),
        CERTIFICATION(10),
        FAULT(11);

        private final int salt;

        Of(int salt) {
            this.salt = salt;
        }
    }

    /** A number from 0 (inclusive) to {@code bound} (exclusive). */
    int below(int bound, Of purpose) {
        return (int) Math.floorMod(mix(purpose), (long) bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    long between(long low, long high, Of purpose) {
        return low + Math.floorMod(mix(purpose), high - low + 1);
    }

    <T> T oneOf(List<T> choices, Of purpose) {
        return choices.get(below(choices.size(), purpose));
    }

    private long mix(Of purpose) {
        return scramble(scramble(seed + 0x9E3779B97F4A7C15L * (row + 1)) + purpose.salt);
    }

    /** SplitMix64's finisher: every bit of the answer depends on every bit of the question. */
    static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
