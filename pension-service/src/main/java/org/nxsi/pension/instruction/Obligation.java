package org.nxsi.pension.instruction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What the fund owes one payee, under its one name for ever: {@code payee|scheme|benefit|slot|n}. The slot of a
 * monthly benefit is its month, whoever pays it; the slot of anything else is the decision that causes it.
 *
 * @param payee opaque person id
 * @param scheme code of the scheme (险种)
 * @param benefit kind of benefit, such as {@value #PENSION}
 * @param slot the month, or the number of the decision
 * @param n 1, unless one slot lawfully has several payments
 */
public record Obligation(String payee, String scheme, String benefit, String slot, int n) {

    /** The monthly basic pension (基本养老金). */
    public static final String PENSION = "PENSION";

    private static final String REISSUE = "/r";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int END_TO_END_LENGTH = 32;

    public Obligation {
        if (payee.isBlank() || payee.contains("|") || slot.isBlank() || slot.contains("|") || n < 1) {
            throw new IllegalArgumentException(
                    "not an obligation: " + payee + "|" + scheme + "|" + benefit + "|" + slot);
        }
    }

    public static Obligation pension(String payee, String scheme, String month) {
        return new Obligation(payee, scheme, PENSION, month, 1);
    }

    /** The payment's {@code _id}. */
    public String key() {
        return payee + "|" + scheme + "|" + benefit + "|" + slot + "|" + n;
    }

    /**
     * The key of the next attempt to pay what came back: {@code …/r1} after the first instruction, then {@code …/r2}.
     *
     * @param returned key of the returned instruction
     */
    public static String reissueKey(String returned) {
        return firstKey(returned) + REISSUE + (attempt(returned) + 1);
    }

    /** Key of the obligation's first instruction. */
    public static String firstKey(String key) {
        int at = reissueAt(key);
        return at < 0 ? key : key.substring(0, at);
    }

    /** Key of the returned instruction that this one pays again; null for a first one. */
    public static @Nullable String returnedKey(String reissue) {
        int attempt = attempt(reissue);
        return switch (attempt) {
            case 0 -> null;
            case 1 -> firstKey(reissue);
            default -> firstKey(reissue) + REISSUE + (attempt - 1);
        };
    }

    /** 0 for the first instruction, then the number of the re-issue. */
    public static int attempt(String key) {
        int at = reissueAt(key);
        return at < 0 ? 0 : Integer.parseInt(key, at + REISSUE.length(), key.length(), 10);
    }

    /** Behind the last bar only: a decision's number may contain anything else. */
    private static int reissueAt(String key) {
        return key.indexOf(REISSUE, key.lastIndexOf('|') + 1);
    }

    /**
     * The end-to-end id at the bank: the first 32 characters of base32(SHA-256(key)). It fits ISO 20022, is the same
     * at every repetition, and tells nothing about the person.
     */
    public static String endToEndId(String key) {
        byte[] digest = sha256(key);
        StringBuilder id = new StringBuilder(END_TO_END_LENGTH);
        int bits = 0;
        int value = 0;
        for (int at = 0; id.length() < END_TO_END_LENGTH; at++) {
            value = (value << 8) | (digest[at] & 0xff);
            bits += 8;
            while (bits >= 5 && id.length() < END_TO_END_LENGTH) {
                bits -= 5;
                id.append(BASE32.charAt((value >>> bits) & 31));
            }
            value &= (1 << bits) - 1;
        }
        return id.toString();
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
