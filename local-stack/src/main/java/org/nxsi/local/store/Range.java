package org.nxsi.local.store;

/** Keys from one to another, both included. */
record Range(Key from, Key to) {

    static final Range ALL = new Range(Key.LOWEST, Key.HIGHEST);
}
