package org.nxsi.local.store;

/**
 * Keys from one to another, both included.
 *
 * @param shared how many bytes at their beginning are the same in all of them
 */
record Range(Key from, Key to, int shared) {

    static final Range ALL = new Range(Key.LOWEST, Key.HIGHEST, 0);

    static Range of(Key only) {
        return new Range(only, only, only.bytes().length);
    }

    static Range startingWith(Key prefix) {
        return new Range(prefix, prefix.plus(Key.HIGHEST), prefix.bytes().length);
    }
}
