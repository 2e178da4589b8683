package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) of an employer or another organisation.
 *
 * @param value the 18 characters in upper case
 */
public record CreditCode(@JsonValue String value) {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /**
     * Takes a right value only.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    public CreditCode {
        InvalidIdentifier.refuse(check(value));
        value = value.toUpperCase(Locale.ROOT);
    }

    /**
     * Reads a code; lower-case letters are accepted and become upper case.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreditCode parse(String text) {
        return new CreditCode(text);
    }

    /** What is wrong with the text, or null if it is a code. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return IdentifierProblem.CREDIT_CODE_LENGTH;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int rank = rank(text.charAt(i));
            if (rank < 0) {
                return IdentifierProblem.CREDIT_CODE_CHARACTERS;
            }
            if (i < WEIGHTS.length) {
                sum += rank * WEIGHTS[i];
            }
        }
        int expected = (31 - sum % 31) % 31;
        return rank(text.charAt(LENGTH - 1)) == expected ? null : IdentifierProblem.CREDIT_CODE_CHECK_DIGIT;
    }

    @Override
    public String toString() {
        return value;
    }

    private static int rank(char character) {
        boolean lower = character >= 'a' && character <= 'z';
        return ALPHABET.indexOf(lower ? character - 'a' + 'A' : character);
    }
}
