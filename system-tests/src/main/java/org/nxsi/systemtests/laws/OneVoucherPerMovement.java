package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Voucher;

/** The same movement, by kind, cause, fund and bank, is posted once: no crash and no repetition books it again. */
final class OneVoucherPerMovement implements Law {

    @Override
    public String name() {
        return "one-voucher-per-movement";
    }

    @Override
    public String source() {
        return "rule 8 deterministic ids, one per batch, fund and account";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, String> byMovement = new HashMap<>();
        for (Voucher voucher : evidence.vouchers()) {
            String before = byMovement.put(movement(voucher), voucher.id());
            if (before != null) {
                breaches.add(Breach.of(voucher.id(), "posts again what %s has posted", before));
            }
        }
        return breaches;
    }

    private static String movement(Voucher voucher) {
        List<String> banks = voucher.lines().stream()
                .map(line -> line.bank() == null ? "" : line.bank())
                .distinct()
                .sorted()
                .toList();
        return voucher.kind() + " " + voucher.source() + " " + voucher.fund() + " " + banks;
    }
}
