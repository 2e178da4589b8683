package org.nxsi.pension.fund;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * One side of a movement.
 *
 * @param bank where the payout account is kept; null for accounts that no bank keeps
 * @param debit 借, zero if this is a credit
 * @param credit 贷, zero if this is a debit
 */
public record VoucherLine(Account account, @Nullable String bank, Fen debit, Fen credit) {

    public VoucherLine {
        if (debit.isNegative() || credit.isNegative() || debit.isZero() == credit.isZero()) {
            throw new IllegalArgumentException("a line is a debit or a credit of more than nothing");
        }
    }

    static VoucherLine debit(Account account, @Nullable String bank, Fen amount) {
        return new VoucherLine(account, bank, amount, Fen.ZERO);
    }

    static VoucherLine credit(Account account, @Nullable String bank, Fen amount) {
        return new VoucherLine(account, bank, Fen.ZERO, amount);
    }
}
