package org.nxsi.enrollment.transfer;

import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A month with contributions and the wage that they were paid on. Public for the driver, and for those who read what was
 * transferred.
 *
 * @param base of the month's contributions (缴费基数)
 */
public record MonthBase(Month month, Fen base) {

    /** @throws IllegalArgumentException without a month, or without a base of 0.00 at least */
    public MonthBase {
        if (month == null || base == null || base.isNegative()) {
            throw new IllegalArgumentException("a month and a base of 0.00 at least");
        }
    }
}
