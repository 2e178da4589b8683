package org.nxsi.enrollment.batch;

import java.util.List;
import org.nxsi.platform.events.OutboxEvent;

/** What is done with the rows of a chunk. It may be repeated: then it finds what it has done. */
@FunctionalInterface
public interface ChunkWork<C extends BatchChunk> {

    Done carryOut(Batch batch, C chunk);

    /** @param events at most 16, the same at every repetition */
    record Done(List<Outcome> outcomes, List<OutboxEvent> events) {

        public Done {
            outcomes = List.copyOf(outcomes);
            events = List.copyOf(events);
        }
    }
}
