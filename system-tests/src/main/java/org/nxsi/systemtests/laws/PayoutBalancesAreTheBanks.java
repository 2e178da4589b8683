package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.PayoutAccount;
import org.nxsi.systemtests.evidence.Voucher;

/** What our books say lies in a payout account is what its bank says; but for payments where the two may lawfully part. */
final class PayoutBalancesAreTheBanks implements Law {

    @Override
    public String name() {
        return "payout-balances-are-the-banks";
    }

    @Override
    public String source() {
        return "RULES 5.4 bank statement = ledger";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Lawfully lawfully = Lawfully.of(evidence);
        Tallies ours = new Tallies();
        for (Voucher voucher : evidence.vouchers()) {
            for (Voucher.Line line : voucher.lines()) {
                if (line.account().equals(Voucher.PAYOUT)) {
                    ours.of(voucher.fund(), String.valueOf(line.bank()))
                            .add(line.debit().minus(line.credit()));
                }
            }
        }
        for (Instruction each : evidence.instructions()) {
            if (each.isPaid() && lawfully.parts(each)) {
                ours.of(each.scheme(), each.bank()).add(each.amount());
            }
        }
        Tallies theirs = new Tallies();
        for (PayoutAccount account : evidence.bankBooks().accounts()) {
            theirs.of(account.scheme(), account.bank()).add(Fen.of(account.balanceFen()));
        }
        for (BookEntry entry : evidence.bankBooks().entries()) {
            if (!entry.isReturned() && lawfully.parts(entry)) {
                theirs.of(entry.scheme(), entry.bank()).add(Fen.of(entry.amountFen()));
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (String account : ours.keysWith(theirs)) {
            Fen balance = ours.of(account).amount();
            if (!balance.equals(theirs.of(account).amount())) {
                breaches.add(Breach.of(
                        "fund and bank " + account,
                        "ours %s, the bank's %s",
                        balance,
                        theirs.of(account).amount()));
            }
        }
        return breaches;
    }
}
