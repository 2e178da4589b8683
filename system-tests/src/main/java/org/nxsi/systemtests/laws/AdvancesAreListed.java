package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Voucher;

/**
 * 暂付款: what was advanced is cleared by a settlement or stands on a list. No benefit is advanced yet, so there is no list
 * and nothing may stand on the account.
 */
final class AdvancesAreListed implements Law {

    @Override
    public String name() {
        return "advances-are-listed";
    }

    @Override
    public String source() {
        return "RULES 5.1 预发, 5.4 暂付款; 宁人社办发〔2020〕2号";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Tallies advanced = new Tallies();
        for (Voucher voucher : evidence.vouchers()) {
            for (Voucher.Line line : voucher.lines()) {
                if (line.account().startsWith(Voucher.ADVANCES)) {
                    advanced.of(voucher.fund(), line.account()).add(line.debit().minus(line.credit()));
                }
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (String account : advanced.keys()) {
            Fen balance = advanced.of(account).amount();
            if (!balance.isZero()) {
                breaches.add(Breach.of("fund and account " + account, "%s is advanced and on no list", balance));
            }
        }
        return breaches;
    }
}
