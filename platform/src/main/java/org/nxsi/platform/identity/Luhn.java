package org.nxsi.platform.identity;

/** The check digit of ISO/IEC 7812-1: notices every single wrong digit and every swap of neighbours but 09 with 90. */
public final class Luhn {

    private Luhn() {}

    /**
     * The digit to put behind the digits.
     *
     * @param digits ASCII digits only
     * @return 0 to 9
     */
    public static int checkDigit(String digits) {
        return (10 - sum(digits, 1) % 10) % 10;
    }

    /** Whether the last digit is the check digit of those before it. */
    public static boolean holds(String digits) {
        return sum(digits, 0) % 10 == 0;
    }

    private static int sum(String digits, int behind) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = (fromRight + behind) % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
