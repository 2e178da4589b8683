package org.nxsi.pension.partner;

import java.util.Map;
import org.nxsi.pension.beneficiary.Scheme;

/**
 * A partner bank.
 *
 * @param code 银行行别, such as {@code 102}
 * @param name for people
 * @param payoutAccounts number of each fund's payout account (支出户) at this bank, by scheme
 */
public record PartnerBank(String code, String name, Map<Scheme, String> payoutAccounts) {

    /** @throws IllegalArgumentException if the fund keeps no payout account here */
    public String payoutAccount(Scheme scheme) {
        String account = payoutAccounts.get(scheme);
        if (account == null) {
            throw new IllegalArgumentException("fund " + scheme.code() + " has no payout account at bank " + code);
        }
        return account;
    }
}
