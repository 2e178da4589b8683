package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;

/** What a bank has said and was told that we have is not lying about: it is applied. */
final class ReportsAreApplied implements Law {

    @Override
    public String name() {
        return "reports-are-applied";
    }

    @Override
    public String source() {
        return "rule 5 answered 2xx only once stored; RULES 5.1 step 5 登账";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        return evidence.reports().stream()
                .filter(report -> !report.applied())
                .map(report -> Breach.of(report.id(), "is kept for batch %s and not applied", report.batch()))
                .toList();
    }
}
