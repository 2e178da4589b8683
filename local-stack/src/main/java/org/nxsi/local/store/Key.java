package org.nxsi.local.store;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that sort like the values they were made from; see {@link KeyWriter}. The array is never copied nor changed. */
final class Key implements Comparable<Key> {

    /** Higher than the first byte of any value, so a prefix followed by it ends after everything with that prefix. */
    private static final byte[] AFTER_EVERYTHING = {(byte) 0xFF};

    static final Key LOWEST = new Key(new byte[0]);
    static final Key HIGHEST = new Key(AFTER_EVERYTHING);

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    Key plus(Key next) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, joined, bytes.length, next.bytes.length);
        return new Key(joined);
    }

    Key from(int offset) {
        return new Key(Arrays.copyOfRange(bytes, offset, bytes.length));
    }

    boolean startsWith(Key prefix) {
        int length = prefix.bytes.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, prefix.bytes, 0, length);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
