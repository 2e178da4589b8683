package org.nxsi.pension.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * One payment as the payee sees it.
 *
 * @param obligation its name for ever
 * @param scheme the fund that pays
 * @param benefit kind of benefit; {@value #MONTHLY} for the periodic one, any other is a lump sum
 * @param month the month it is paid in
 * @param amount amount
 * @param bank code of the payee's bank
 * @param accountLast4 last four digits of the account
 * @param status where the payment stands
 * @param returnReason why the bank returned it, {@code E01} to {@code E09}
 * @param returnReasonText the same for people
 * @param correction where a returned payment stands: {@code OPEN}, {@code PROPOSED}, {@code READY}, {@code REISSUED}
 * @param reissueOf the returned payment that this one pays again
 * @param paidOn the bank's booking date
 */
public record PaymentLine(
        String obligation,
        Scheme scheme,
        String benefit,
        Month month,
        Fen amount,
        String bank,
        String accountLast4,
        String status,
        @Nullable String returnReason,
        @Nullable String returnReasonText,
        @Nullable String correction,
        @Nullable String reissueOf,
        @Nullable LocalDate paidOn) {

    /** The periodic benefit of a month. */
    public static final String MONTHLY = "monthly";

    public boolean isPeriodic() {
        return benefit.equals(MONTHLY);
    }
}
