package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.NotSeen;
import org.nxsi.systemtests.evidence.Run;
import org.nxsi.systemtests.evidence.Topic;

/** No fact is lost between outbox and topic: every settled batch and every step of a run has its event there, by its id. */
final class EventsWereTold implements Law {

    @Override
    public String name() {
        return "events-were-told";
    }

    @Override
    public String source() {
        return "rule 2 a crash repeats an event, never loses one";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Topic topic = evidence.events().get();
        List<Breach> breaches = new ArrayList<>();
        for (Run run : evidence.runs()) {
            for (String step : Run.STEPS.subList(1, Run.STEPS.size())) {
                if (run.hasReached(step)) {
                    expect(eventOf(run, step), topic.ids(), breaches);
                }
            }
        }
        for (Batch batch : evidence.batches()) {
            if (batch.isSettled()) {
                expect(batch.id() + "/settled", topic.ids(), breaches);
            }
        }
        if (!breaches.isEmpty() && !topic.fromTheBeginning()) {
            throw new NotSeen(
                    "the topic's beginning has been dropped, " + breaches.size() + " events may have been there");
        }
        if (!breaches.isEmpty() && evidence.standing().outboxes().stream().anyMatch(outbox -> outbox.documents() > 0)) {
            throw new NotSeen("events wait in outboxes, " + breaches.size() + " are not on the topic yet");
        }
        return breaches;
    }

    private static String eventOf(Run run, String step) {
        return run.id() + "/pension.run-" + step.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void expect(String id, Set<String> told, List<Breach> breaches) {
        if (!told.contains(id)) {
            breaches.add(Breach.of(id, "was never told"));
        }
    }
}
