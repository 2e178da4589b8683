package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Replay;

/** Everything told a second time changes nothing that the auditor sees, in our books or in the banks'. */
final class ReplayChangesNothing implements Law {

    @Override
    public String name() {
        return "replay-changes-nothing";
    }

    @Override
    public String source() {
        return "rule 2 effect and memory of it are one write";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Replay replay = evidence.replay().get();
        return replay.before().differing(replay.after()).stream()
                .map(part -> Breach.of(part, "changed when %d records were told again", replay.records()))
                .toList();
    }
}
