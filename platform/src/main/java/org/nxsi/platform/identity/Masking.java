package org.nxsi.platform.identity;

/**
 * The one way to mask personal data, everywhere: name {@code *明}, identity number {@code 6401**********0011}, phone
 * {@code 138****1234}, bank account {@code ****1234}, social-security card {@code B0****19}. The methods never fail; a
 * text too short to keep any part of is masked as a whole.
 */
public final class Masking {

    private static final String STARS = "****";

    private Masking() {}

    /** Hides the family name: the first character, or all in front of the first middle dot or blank. */
    public static String name(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int end = endOfFirstPart(name);
        return "*" + (end < name.length() ? name.substring(end) : "");
    }

    public static String socialNumber(String number) {
        return keep(number, 4, "**********", 4);
    }

    public static String phone(String phone) {
        return keep(phone, 3, STARS, 4);
    }

    public static String bankAccount(String account) {
        return keep(account, 0, STARS, 4);
    }

    /** Card number of a social-security card (社保卡卡号), not of the bank. */
    public static String card(String card) {
        return keep(card, 2, STARS, 2);
    }

    /** A person's opaque name, where a list leaves the system. */
    public static String personId(String id) {
        return keep(id, 4, STARS, 2);
    }

    private static int endOfFirstPart(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) == '·' || name.charAt(i) == ' ') {
                return i;
            }
        }
        return name.offsetByCodePoints(0, 1);
    }

    private static String keep(String text, int front, String stars, int back) {
        if (text.length() <= front + back) {
            return STARS;
        }
        return text.substring(0, front) + stars + text.substring(text.length() - back);
    }
}
