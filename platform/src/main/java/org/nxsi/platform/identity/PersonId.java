package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The opaque name of a person in tokens, events and obligation keys: lower-case base32 of the first 16 bytes of
 * HMAC-SHA256 over the social-security number. Whoever lacks the key cannot tell the number from it.
 *
 * @param value 26 characters {@code a-z2-7}
 */
public record PersonId(@JsonValue String value) implements Comparable<PersonId> {

    private static final int LENGTH = 26;
    private static final int BYTES = 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Takes a right value only.
     *
     * @throws InvalidIdentifier unless it is 26 characters that encode 16 bytes
     */
    public PersonId {
        InvalidIdentifier.refuse(check(value));
    }

    /**
     * Reads the text as it is.
     *
     * @throws InvalidIdentifier unless it is 26 characters that encode 16 bytes
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonId parse(String text) {
        return new PersonId(text);
    }

    /**
     * The person with this number.
     *
     * @param key the installation's secret; the same in every service, never changed once persons exist
     * @throws IllegalArgumentException if the key is empty
     */
    public static PersonId of(String key, SocialNumber number) {
        return new PersonId(base32(hmac(key, "person|" + number.value())));
    }

    /** What is wrong with the text, or null if it can be a person id. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return IdentifierProblem.PERSON_ID_FORM;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return IdentifierProblem.PERSON_ID_FORM;
            }
        }
        boolean spareBitsEmpty = ALPHABET.indexOf(text.charAt(LENGTH - 1)) % 4 == 0;
        return spareBitsEmpty ? null : IdentifierProblem.PERSON_ID_FORM;
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < BYTES; i++) {
            buffer = (buffer << 8) | (bytes[i] & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >>> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
