package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Run;
import org.nxsi.systemtests.evidence.Slice;

/** Every beneficiary that there was at the cut-off was read by exactly one slice, and is due or not due. */
final class EverybodyIsAccountedFor implements Law {

    @Override
    public String name() {
        return "everybody-is-accounted-for";
    }

    @Override
    public String source() {
        return "rule 6; RULES 5.1 step 1 应付核定";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        for (Run run : evidence.runs()) {
            if (run.control() != null) {
                check(run, run.control(), slicesOf(evidence, run), breaches);
            }
        }
        return breaches;
    }

    private static List<Slice> slicesOf(Evidence evidence, Run run) {
        return evidence.slices().stream()
                .filter(slice -> slice.run().equals(run.id()))
                .toList();
    }

    private static void check(Run run, Run.Control control, List<Slice> slices, List<Breach> breaches) {
        long read = 0;
        for (Slice slice : slices) {
            Slice.Result result = slice.result();
            if (!slice.closed() || result == null) {
                breaches.add(Breach.of(slice.id(), "is not closed, and its run is %s", run.status()));
                continue;
            }
            read += result.read();
            long named = result.payable() + result.exceptions() + result.notDue();
            if (result.read() != named) {
                breaches.add(Breach.of(slice.id(), "read %d beneficiaries and says %d", result.read(), named));
            }
        }
        if (slices.size() != run.slices()) {
            breaches.add(Breach.of(run.id(), "was cut into %d slices, there are %d", run.slices(), slices.size()));
        }
        if (read != run.beneficiaries() || control.entitled() + control.notDue() != run.beneficiaries()) {
            breaches.add(Breach.of(
                    run.id(),
                    "had %d beneficiaries at the cut-off; its slices read %d, due are %d and not due %d",
                    run.beneficiaries(),
                    read,
                    control.entitled(),
                    control.notDue()));
        }
    }
}
