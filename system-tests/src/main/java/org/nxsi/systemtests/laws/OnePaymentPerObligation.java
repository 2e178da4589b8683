package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/**
 * An obligation is paid at most once for ever, over all runs: its attempts form a chain without a gap, of the same
 * amount, in which every attempt but the last has come back.
 */
final class OnePaymentPerObligation implements Law {

    @Override
    public String name() {
        return "one-payment-per-obligation";
    }

    @Override
    public String source() {
        return "rule 3; RULES 5.1 step 6 失败帐重发";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Fingerprints ids = new Fingerprints();
        Map<String, TreeMap<Integer, Instruction>> chains = new HashMap<>();
        for (Instruction each : evidence.instructions()) {
            ids.add(each.id());
            if (each.attempt() > 0) {
                chains.computeIfAbsent(each.obligation(), any -> new TreeMap<>())
                        .put(each.attempt(), each);
            }
        }
        Set<Long> twice = ids.repeated();
        Map<String, Integer> seen = new HashMap<>();
        for (Instruction each : evidence.instructions()) {
            if (each.attempt() == 0 && chains.containsKey(each.obligation())) {
                chains.get(each.obligation()).put(0, each);
            }
            if (twice.contains(Fingerprints.of(each.id())) && seen.merge(each.id(), 1, Integer::sum) == 2) {
                breaches.add(Breach.of(each.id(), "exists more than once, the second time in run %s", each.run()));
            }
        }
        chains.forEach((obligation, attempts) -> check(obligation, attempts, breaches));
        return breaches;
    }

    private static void check(String obligation, TreeMap<Integer, Instruction> attempts, List<Breach> breaches) {
        for (Instruction reissue : attempts.tailMap(1).values()) {
            Instruction before = attempts.get(reissue.attempt() - 1);
            if (before == null) {
                breaches.add(Breach.of(reissue.id(), "re-issues an attempt that does not exist"));
            } else if (!before.isReturned()) {
                breaches.add(Breach.of(
                        reissue.id(), "re-issues %s, which is %s and not returned", before.id(), before.status()));
            } else if (!before.amount().equals(reissue.amount())) {
                breaches.add(Breach.of(obligation, "returned %s and re-issued %s", before.amount(), reissue.amount()));
            }
        }
    }
}
