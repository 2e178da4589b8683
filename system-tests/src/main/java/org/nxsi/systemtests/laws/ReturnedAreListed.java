package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.ReturnedPayment;
import org.nxsi.systemtests.evidence.Run;

/**
 * Returned = open + re-issued: every returned payment is on the correction list once, nothing else is, and what the list
 * calls re-issued has its next attempt. Nobody is lost between two runs.
 */
final class ReturnedAreListed implements Law {

    @Override
    public String name() {
        return "returned-are-listed";
    }

    @Override
    public String source() {
        return "rule 6; RULES 5.1 steps 4 and 6";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Map<String, ReturnedPayment> listed = new HashMap<>();
        evidence.returnedPayments().forEach(each -> listed.put(each.id(), each));
        Set<String> returned = new HashSet<>();
        Set<String> reissues = new HashSet<>();
        List<Breach> breaches = new ArrayList<>();
        for (Instruction each : evidence.instructions()) {
            if (each.isReturned()) {
                returned.add(each.id());
                if (!listed.containsKey(each.id())) {
                    breaches.add(Breach.of(each.id(), "is returned (%s) and on no list", each.returnedBy()));
                }
            }
            if (each.attempt() > 0) {
                reissues.add(each.id());
                ReturnedPayment cause = listed.get(each.before());
                if (cause == null || !cause.isReissued()) {
                    breaches.add(Breach.of(each.id(), "re-issues what the list does not call re-issued: %s", cause));
                }
            }
        }
        for (ReturnedPayment each : evidence.returnedPayments()) {
            if (!returned.contains(each.id())) {
                breaches.add(Breach.of(each.id(), "is on the list and was not returned"));
            }
            if (each.isReissued() && isCalculated(evidence, each) && !reissues.contains(each.reissue())) {
                breaches.add(Breach.of(
                        each.id(), "is called re-issued in %s, where %s is not", each.reissueRun(), each.reissue()));
            }
        }
        return breaches;
    }

    /** While the supplementary run is being calculated its instructions are being made. */
    private static boolean isCalculated(Evidence evidence, ReturnedPayment each) {
        return evidence.runs().stream()
                .filter(run -> run.id().equals(each.reissueRun()))
                .allMatch(run -> run.hasReached(Run.CALCULATED));
    }
}
