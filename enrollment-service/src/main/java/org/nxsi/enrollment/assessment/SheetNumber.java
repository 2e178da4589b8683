package org.nxsi.enrollment.assessment;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.money.Month;

/**
 * What people call a sheet: {@code HD202001-5F0GK3T9WQ}, made of payer and month alone, so that it is the same in every
 * revision and at every repetition, and tells nothing about a person.
 */
final class SheetNumber {

    /** Without I, L, O and U, which people misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;

    private SheetNumber() {}

    static String of(Payer payer, Month month) {
        BigInteger rest = new BigInteger(1, sha256(AssessmentSheet.idOf(payer, month)));
        StringBuilder number = new StringBuilder("HD%04d%02d-".formatted(month.year(), month.number()));
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(rest.intValue() & 31));
            rest = rest.shiftRight(5);
        }
        return number.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
