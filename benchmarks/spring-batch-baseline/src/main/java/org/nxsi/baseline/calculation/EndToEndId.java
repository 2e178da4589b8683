package org.nxsi.baseline.calculation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The end-to-end id at the bank: 32 characters of base32(SHA-256(key)), the same as NXSI's. */
final class EndToEndId {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 32;
    private static final int BITS = 5;

    private EndToEndId() {}

    static String of(String key) {
        byte[] digest = sha256(key);
        char[] id = new char[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            int bit = at * BITS;
            int two = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
            id[at] = BASE32.charAt(two >>> (16 - BITS - bit % 8) & 31);
        }
        return new String(id);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
