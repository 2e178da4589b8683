package org.nxsi.pension.beneficiary;

import org.nxsi.platform.identity.Masking;

/**
 * Where a benefit is paid to.
 *
 * @param bank code of the partner bank, such as {@code 102}
 * @param number account number, digits
 * @param holder account holder's name (户名) as the payee gave it
 */
public record PayeeAccount(String bank, String number, String holder) {

    /** Masked: number and holder are personal data. */
    @Override
    public String toString() {
        return bank + " " + Masking.bankAccount(number) + " " + Masking.name(holder);
    }
}
