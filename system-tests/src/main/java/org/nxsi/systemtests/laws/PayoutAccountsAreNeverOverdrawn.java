package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Voucher;

/** At the end of every day each fund's payout account at each bank holds nothing or more, by our own vouchers. */
final class PayoutAccountsAreNeverOverdrawn implements Law {

    @Override
    public String name() {
        return "payout-accounts-are-never-overdrawn";
    }

    @Override
    public String source() {
        return "rule 8 release refuses what the payout account does not cover; RULES 5.1 拨付";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        TreeMap<String, TreeMap<String, Fen>> byAccount = new TreeMap<>();
        for (Voucher voucher : evidence.vouchers()) {
            for (Voucher.Line line : voucher.lines()) {
                if (line.account().equals(Voucher.PAYOUT)) {
                    byAccount
                            .computeIfAbsent("fund " + voucher.fund() + " bank " + line.bank(), any -> new TreeMap<>())
                            .merge(voucher.postedOn(), line.debit().minus(line.credit()), Fen::plus);
                }
            }
        }
        List<Breach> breaches = new ArrayList<>();
        byAccount.forEach((account, days) -> {
            Fen balance = Fen.ZERO;
            for (var day : days.entrySet()) {
                balance = balance.plus(day.getValue());
                if (balance.isNegative()) {
                    breaches.add(Breach.of(account, "stands at %s on the evening of %s", balance, day.getKey()));
                }
            }
        });
        return breaches;
    }
}
