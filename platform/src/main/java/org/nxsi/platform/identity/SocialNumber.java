package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A social-security number (社会保障号码): the citizen's identity number of GB 11643-1999 (社会保险法 第五十八条).
 * The area code in front may be abolished today and is not looked up. {@link #toString} is masked.
 *
 * @param value the 18 characters, a check letter always as {@code X}
 */
public record SocialNumber(@JsonValue String value) {

    private static final int LENGTH = 18;
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2199;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /**
     * Takes a right value only.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    public SocialNumber {
        InvalidIdentifier.refuse(check(value));
        if (value.charAt(LENGTH - 1) == 'x') {
            value = value.substring(0, LENGTH - 1) + 'X';
        }
    }

    /**
     * Reads a number exactly as written; only a lower-case {@code x} is accepted for {@code X}.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SocialNumber parse(String text) {
        return new SocialNumber(text);
    }

    /** What is wrong with the text, or null if it is a number: for imports, without the cost of an exception. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return IdentifierProblem.SOCIAL_NUMBER_LENGTH;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return IdentifierProblem.SOCIAL_NUMBER_CHARACTERS;
            }
            sum += digit * WEIGHTS[i];
        }
        char last = text.charAt(LENGTH - 1) == 'x' ? 'X' : text.charAt(LENGTH - 1);
        if (CHECK_DIGITS.indexOf(last) < 0) {
            return IdentifierProblem.SOCIAL_NUMBER_CHARACTERS;
        }
        if (text.charAt(0) == '0') {
            return IdentifierProblem.SOCIAL_NUMBER_AREA;
        }
        if (!hasRealDate(text)) {
            return IdentifierProblem.SOCIAL_NUMBER_DATE;
        }
        return last == CHECK_DIGITS.charAt(sum % 11) ? null : IdentifierProblem.SOCIAL_NUMBER_CHECK_DIGIT;
    }

    /**
     * The number with its check digit, for whoever makes test or sample data.
     *
     * @param first17 17 digits
     * @throws InvalidIdentifier if they are no digits or hold no real date
     */
    public static SocialNumber complete(String first17) {
        if (first17.length() != WEIGHTS.length) {
            throw new InvalidIdentifier(IdentifierProblem.SOCIAL_NUMBER_LENGTH);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return new SocialNumber(first17 + CHECK_DIGITS.charAt(Math.floorMod(sum, 11)));
    }

    public LocalDate birthDate() {
        return LocalDate.of(digits(value, 6, 10), digits(value, 10, 12), digits(value, 12, 14));
    }

    public Sex sex() {
        return digits(value, 14, 17) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The six digits of the area of first registration; possibly an area that no longer exists. */
    public String areaDigits() {
        return value.substring(0, 6);
    }

    /** {@code 6401**********0011}. */
    public String masked() {
        return Masking.socialNumber(value);
    }

    /** Masked: the full number is {@link #value}. */
    @Override
    public String toString() {
        return masked();
    }

    private static boolean hasRealDate(String text) {
        int year = digits(text, 6, 10);
        int month = digits(text, 10, 12);
        int day = digits(text, 12, 14);
        return year >= EARLIEST_YEAR
                && year <= LATEST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
