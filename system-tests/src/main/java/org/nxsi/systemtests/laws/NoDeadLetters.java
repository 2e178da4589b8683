package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;

/** No event lies dead or waits behind a dead one: whatever it would have changed has not been changed. */
final class NoDeadLetters implements Law {

    @Override
    public String name() {
        return "no-dead-letters";
    }

    @Override
    public String source() {
        return "rule 2 only a poisonous event goes to the dead-letter topic";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        return evidence.deadLetters().stream()
                .map(letter -> Breach.of(letter.id(), "%s, key %s: %s", letter.state(), letter.key(), letter.cause()))
                .toList();
    }
}
