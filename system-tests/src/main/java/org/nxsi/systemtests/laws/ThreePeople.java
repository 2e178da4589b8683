package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Run;

/** Maker, approver and releaser of a run are three persons, and the two that its status needs are there. */
final class ThreePeople implements Law {

    @Override
    public String name() {
        return "three-people";
    }

    @Override
    public String source() {
        return "rule 11; RULES 5.1 step 2 maker ≠ checker, 5.4 稽核";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        for (Run run : evidence.runs()) {
            String approver = run.approver();
            String releaser = run.releaser();
            if (run.hasReached(Run.APPROVED) && approver == null) {
                breaches.add(Breach.of(run.id(), "is %s and nobody approved it", run.status()));
            }
            if (run.hasReached(Run.RELEASED) && releaser == null) {
                breaches.add(Breach.of(run.id(), "is %s and nobody released it", run.status()));
            }
            if (run.maker().equals(approver)) {
                breaches.add(Breach.of(run.id(), "was made and approved by %s", approver));
            }
            if (releaser != null && (releaser.equals(run.maker()) || releaser.equals(approver))) {
                breaches.add(Breach.of(run.id(), "was released by %s, who made or approved it", releaser));
            }
        }
        return breaches;
    }
}
