package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Report;

/** Whoever is paid or returned is so by a report of the batch's own bank that was kept and applied. */
final class FinalWordsHaveReports implements Law {

    @Override
    public String name() {
        return "final-words-have-reports";
    }

    @Override
    public String source() {
        return "rule 5; RULES 5.1 steps 4 and 5: post after the bank confirms";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Map<String, Report> reports = new HashMap<>();
        evidence.reports().forEach(report -> reports.put(report.id(), report));
        List<Breach> breaches = new ArrayList<>();
        for (Instruction each : evidence.instructions()) {
            if (each.isFinal()) {
                check(each, each.settledBy(), reports, breaches);
            }
            if (each.isReturned()) {
                check(each, each.returnedBy(), reports, breaches);
            }
        }
        return breaches;
    }

    /** @param source {@code <report>/<day>} */
    private static void check(
            Instruction each, @Nullable String source, Map<String, Report> reports, List<Breach> breaches) {
        Report report = source == null ? null : reports.get(source.substring(0, Math.max(0, source.lastIndexOf('/'))));
        if (report == null
                || !report.applied()
                || !report.batch().equals(each.batch())
                || !report.bank().equals(each.bank())) {
            breaches.add(Breach.of(
                    each.id(), "is %s by %s, of which is kept: %s", each.status(), String.valueOf(source), report));
        }
    }
}
