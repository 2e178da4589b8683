package org.nxsi.deferral.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The number of an entry for people and files (台账编号): a digest of its id, which may name a person. */
public final class EntryNumber {

    private static final int CHARACTERS = 16;

    private EntryNumber() {}

    /** Such as {@code DL-3F0A5C1D9B2E7A64}; the same for ever. */
    public static String of(String entry) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(entry.getBytes(StandardCharsets.UTF_8));
            return "DL-" + HexFormat.of().withUpperCase().formatHex(digest).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
