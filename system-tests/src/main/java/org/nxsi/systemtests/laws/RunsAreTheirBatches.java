package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Run;

/** A run is called paid when all its batches have their final words, and not before and not too late. */
final class RunsAreTheirBatches implements Law {

    @Override
    public String name() {
        return "runs-are-their-batches";
    }

    @Override
    public String source() {
        return "rule 6 a run that does not balance does not close; the month is paid";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Map<String, List<String>> unsettled = new HashMap<>();
        for (Batch batch : evidence.batches()) {
            boolean nothingToSettle = batch.released() == 0;
            if (!batch.isSettled() && !nothingToSettle) {
                unsettled.computeIfAbsent(batch.run(), any -> new ArrayList<>()).add(batch.id() + " " + batch.status());
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (Run run : evidence.runs()) {
            List<String> open = unsettled.getOrDefault(run.id(), List.of());
            if (run.hasReached(Run.PAID) && !open.isEmpty()) {
                breaches.add(Breach.of(run.id(), "is %s, and not settled are %s", run.status(), open));
            }
            if (run.status().equals(Run.RELEASED) && open.isEmpty()) {
                breaches.add(Breach.of(run.id(), "is still RELEASED, and all its batches are settled"));
            }
        }
        return breaches;
    }
}
