package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Voucher;

/** Every voucher balances and moves something; and so does every fund in every period. */
final class VouchersBalance implements Law {

    @Override
    public String name() {
        return "vouchers-balance";
    }

    @Override
    public String source() {
        return "财会〔2017〕28号; rule 8; RULES 5.4";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Tallies debits = new Tallies();
        Tallies credits = new Tallies();
        for (Voucher voucher : evidence.vouchers()) {
            debits.of(voucher.fund(), voucher.period()).add(voucher.debits());
            credits.of(voucher.fund(), voucher.period()).add(voucher.credits());
            if (!voucher.debits().equals(voucher.credits()) || voucher.debits().isZero()) {
                breaches.add(Breach.of(voucher.id(), "debits %s, credits %s", voucher.debits(), voucher.credits()));
            }
            for (Voucher.Line line : voucher.lines()) {
                if (line.debit().isNegative() || line.credit().isNegative()) {
                    breaches.add(Breach.of(voucher.id(), "a side of %s is negative", line.account()));
                }
            }
        }
        for (String period : debits.keys()) {
            Fen debit = debits.of(period).amount();
            Fen credit = credits.of(period).amount();
            if (!debit.equals(credit)) {
                breaches.add(Breach.of("fund and period " + period, "debits %s, credits %s", debit, credit));
            }
        }
        return breaches;
    }
}
