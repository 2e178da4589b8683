package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Voucher;

/** 暂收款—待重发: what stands there in each fund is what has come back and has not been paid out again. */
final class OwedAgainIsInTheBooks implements Law {

    @Override
    public String name() {
        return "owed-again-is-in-the-books";
    }

    @Override
    public String source() {
        return "RULES 5.4 暂收款—待重发";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Tallies booked = new Tallies();
        for (Voucher voucher : evidence.vouchers()) {
            for (Voucher.Line line : voucher.lines()) {
                if (line.account().equals(Voucher.TO_REISSUE)) {
                    booked.of(voucher.fund()).add(line.credit().minus(line.debit()));
                }
            }
        }
        Tallies owed = new Tallies();
        for (Instruction each : evidence.instructions()) {
            if (each.isReturned()) {
                owed.of(each.scheme()).add(each.amount());
            }
            if (each.attempt() > 0 && each.isFinal()) {
                owed.of(each.scheme()).add(each.amount().negated());
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (String fund : booked.keysWith(owed)) {
            Fen inBooks = booked.of(fund).amount();
            if (!inBooks.equals(owed.of(fund).amount())) {
                breaches.add(Breach.of(
                        "fund " + fund,
                        "the books owe %s again, the instructions %s",
                        inBooks,
                        owed.of(fund).amount()));
            }
        }
        return breaches;
    }
}
