package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A person's name or an account's holder name (户名). The same name is written in several ways: the middle dot has a
 * handful of look-alikes, letters come in full and half width, blanks in many kinds. The value holds one of them. Rare
 * characters outside the basic plane are kept; nothing is folded that would make two different names one.
 * {@link #toString} is masked.
 *
 * @param value middle dot as U+00B7, full-width forms as half-width ones, single blanks and only inside
 */
public record PersonName(@JsonValue String value) {

    private static final int LONGEST = 60;
    private static final char DOT = '·';
    private static final int FULL_WIDTH_SHIFT = '！' - '!';

    /**
     * Takes a right value only.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    public PersonName {
        value = normalized(value);
        InvalidIdentifier.refuse(problemOf(value));
    }

    /**
     * Reads the text as it is.
     *
     * @throws InvalidIdentifier what {@link #check} finds
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonName parse(String text) {
        return new PersonName(text);
    }

    /** What is wrong with the text, or null if it can be a name. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        return text == null ? IdentifierProblem.PERSON_NAME_EMPTY : problemOf(normalized(text));
    }

    /** Whether both write the same name: a bank credits only if the holder's name is the payee's (实名发放). */
    public boolean sameAs(PersonName other) {
        return value.equals(other.value) || withoutBlanks().equals(other.withoutBlanks());
    }

    /** {@code *明}. */
    public String masked() {
        return Masking.name(value);
    }

    /** Masked: the full name is {@link #value}. */
    @Override
    public String toString() {
        return masked();
    }

    private String withoutBlanks() {
        return value.replace(" ", "");
    }

    private static @Nullable IdentifierProblem problemOf(String name) {
        if (name.isEmpty()) {
            return IdentifierProblem.PERSON_NAME_EMPTY;
        }
        if (name.length() > LONGEST) {
            return IdentifierProblem.PERSON_NAME_LENGTH;
        }
        return name.codePoints().allMatch(PersonName::isVisible) ? null : IdentifierProblem.PERSON_NAME_CHARACTERS;
    }

    /** Private-use characters stay: older GB 18030 files carry rare name characters there. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> codePoint != 0xFFFD;
        };
    }

    private static String normalized(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder name = new StringBuilder(composed.length());
        boolean blankBefore = false;
        for (int i = 0; i < composed.length(); i++) {
            char character = halfWidth(composed.charAt(i));
            if (isBlank(character)) {
                blankBefore = true;
                continue;
            }
            if (blankBefore && separatesWords(name, character)) {
                name.append(' ');
            }
            blankBefore = false;
            name.append(character);
        }
        return name.toString();
    }

    /** A blank tells words apart only between letters of an alphabet: 张　三 is 张三. */
    private static boolean separatesWords(StringBuilder before, char after) {
        if (before.isEmpty()) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        return last != DOT && after != DOT && !isHan(last) && !isHan(after);
    }

    private static boolean isHan(char character) {
        return Character.isSurrogate(character) || Character.isIdeographic(character);
    }

    private static char halfWidth(char character) {
        return switch (character) {
            case '\u2022', '\u30FB', '\u2027', '\uFF65', '\u2219', '\u22C5' -> DOT;
            default -> character >= '！' && character <= '～' ? (char) (character - FULL_WIDTH_SHIFT) : character;
        };
    }

    private static boolean isBlank(char character) {
        return Character.isSpaceChar(character) || character == '\t' || character == '\u200B' || character == '\uFEFF';
    }
}
