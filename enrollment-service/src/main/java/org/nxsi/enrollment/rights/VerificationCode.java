package org.nxsi.enrollment.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What only the holder of a printed record can know: 80 random bits as sixteen letters and digits that are not mistaken for
 * each other. It follows from nothing, so there is no key whose loss would make false records true.
 */
final class VerificationCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int LONGEST = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    /** A new one, written in groups of four: {@code 7K3D-9QWX-2MNP-F4TA}. */
    static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Whether somebody typed this code; case, blanks and what looks alike do not count. It takes as long whatever was typed. */
    static boolean matches(String code, @Nullable String typed) {
        String given = typed == null || typed.length() > LONGEST ? "" : plain(typed);
        return MessageDigest.isEqual(
                plain(code).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
