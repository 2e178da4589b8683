package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A bank account number: 8 to 32 digits. Passbook and corporate accounts fail the Luhn check that cards pass, so it only
 * warns ({@link #looksLikeCard}) and never refuses. {@link #toString} is masked.
 *
 * @param number the digits, without blanks
 */
public record BankAccount(@JsonValue String number) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 32;
    private static final int SHORTEST_CARD = 16;
    private static final int LONGEST_CARD = 19;

    /**
     * Takes a right value only.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    public BankAccount {
        InvalidIdentifier.refuse(check(number));
    }

    /**
     * Reads the text as it is.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BankAccount parse(String text) {
        return new BankAccount(text);
    }

    /** What is wrong with the text, or null if it can be an account number. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        if (text == null || text.length() < SHORTEST || text.length() > LONGEST) {
            return IdentifierProblem.BANK_ACCOUNT_LENGTH;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return IdentifierProblem.BANK_ACCOUNT_CHARACTERS;
            }
        }
        return null;
    }

    /** Whether length and Luhn sum are those of a card; false is worth a warning where a card was expected. */
    public boolean looksLikeCard() {
        return number.length() >= SHORTEST_CARD && number.length() <= LONGEST_CARD && Luhn.holds(number);
    }

    /** {@code ****1234}. */
    public String masked() {
        return Masking.bankAccount(number);
    }

    /** Masked: the full number is {@link #number}. */
    @Override
    public String toString() {
        return masked();
    }
}
