package org.nxsi.deferral.export;

/**
 * What may stand in a cell. A spreadsheet takes a text that begins with {@code = + - @} for a formula, whoever wrote it;
 * such a text gets an apostrophe in front, as people put one there themselves.
 */
final class CellText {

    /** What a spreadsheet holds in one cell, characters. */
    static final int LONGEST = 32_767;

    private static final String FORMULA_STARTS = "=+-@＝＋－＠\t";
    private static final char REPLACEMENT = '\uFFFD';

    private CellText() {}

    /** Line breaks become one kind, other control characters blanks, halves of characters a mark. */
    static String of(String text) {
        String clean = clean(text.replace("\r\n", "\n").replace('\r', '\n'));
        String harmless = startsLikeFormula(clean) ? "'" + clean : clean;
        return harmless.length() <= LONGEST ? harmless : cut(harmless);
    }

    private static boolean startsLikeFormula(String text) {
        String start = text.stripLeading();
        return !text.isEmpty() && (isStart(text.charAt(0)) || (!start.isEmpty() && isStart(start.charAt(0))));
    }

    private static boolean isStart(char first) {
        return FORMULA_STARTS.indexOf(first) >= 0;
    }

    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char wanted = allowed(text, i);
            if (wanted != text.charAt(i) && clean == null) {
                clean = new StringBuilder(text);
            }
            if (clean != null) {
                clean.setCharAt(i, wanted);
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static char allowed(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            boolean whole = index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
            return whole ? character : REPLACEMENT;
        }
        if (Character.isLowSurrogate(character)) {
            boolean whole = index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return whole ? character : REPLACEMENT;
        }
        if (character == '\n' || character == '\t') {
            return character;
        }
        return Character.isISOControl(character) || character >= REPLACEMENT ? ' ' : character;
    }

    private static String cut(String text) {
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
