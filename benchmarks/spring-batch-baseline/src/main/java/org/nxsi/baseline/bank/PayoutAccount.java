package org.nxsi.baseline.bank;

import java.util.List;

/**
 * A fund's payout account (支出户) at one bank.
 *
 * @param scheme the fund, by its scheme
 * @param bank the bank's code
 */
public record PayoutAccount(String scheme, String bank) {

    public static final List<String> SCHEMES = List.of("110", "120", "170");

    /** The number that the demo banks have for it. */
    public String number() {
        return "6401" + scheme + bank + "00000001";
    }
}
