package org.nxsi.local.roster;

import java.util.Map;

/** Account numbers that pass the card check (Luhn) and are never given twice within a seed. */
final class Accounts {

    private static final Map<String, String> CARD_PREFIX = Map.of(
            "102", "622208", "103", "622848", "104", "621661", "105", "621700", "313", "621281", "403", "621799");
    private static final String[] BANKS = {"102", "103", "104", "105", "313", "313", "403", "403"};
    private static final long NUMBERS = 1_000_000_000_000L;
    /** Shares no factor with the count of numbers, so that multiplying is one to one. */
    private static final long STEP = 387_420_489_173L;

    private Accounts() {}

    static String bank(Chance chance) {
        return BANKS[chance.below(BANKS.length, Chance.Of.BANK)];
    }

    /** 19 digits: the bank's prefix, twelve digits from row and seed, a check digit. */
    static String number(String bank, long row, long seed) {
        long start = Math.floorMod(Chance.scramble(seed), NUMBERS);
        long serial = (start + row * STEP % NUMBERS) % NUMBERS;
        String digits = CARD_PREFIX.get(bank) + "%012d".formatted(serial);
        return digits + checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
