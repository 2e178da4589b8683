package org.nxsi.systemtests.laws;

import java.util.HashSet;
import java.util.Set;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Difference;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/**
 * Where a bank's books and ours may lawfully part: a batch that still waits for its bank's word (UNKNOWN is a state), and a
 * payment that a difference names to people.
 */
final class Lawfully {

    private final Set<String> underWay = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private Lawfully() {}

    static Lawfully of(Evidence evidence) {
        Lawfully lawfully = new Lawfully();
        evidence.batches().stream().filter(Batch::isUnderWay).map(Batch::id).forEach(lawfully.underWay::add);
        for (Difference difference : evidence.differences()) {
            if (difference.endToEndId() != null && !"CLEARED".equals(difference.state())) {
                lawfully.named.add(difference.endToEndId());
            }
        }
        return lawfully;
    }

    boolean parts(Instruction instruction) {
        return underWay.contains(instruction.batch()) || named.contains(instruction.endToEndId());
    }

    boolean parts(BookEntry entry) {
        return underWay.contains(entry.batch()) || named.contains(entry.endToEndId());
    }
}
