package org.nxsi.deferral.lifting;

import java.util.List;
import org.nxsi.platform.events.OutboxEvent;

/** What a job does to its entries. Every step may be repeated. */
interface BulkWork {

    /** Whether the job is still wanted; if not, a later one has taken its place. */
    boolean isWanted(BulkJob job);

    /** Ids of entries that are still to be changed, ascending where the cursor counts; none when the walk is over. */
    List<String> next(BulkJob job, int limit);

    /** Whether some came after the walk had passed them. */
    boolean hasLeftOver(BulkJob job);

    /** Changes them. @return ids of those that are changed now, whoever did it */
    List<String> apply(BulkJob job, List<String> ids);

    /** What is told of a chunk. @param changed one at least */
    OutboxEvent event(BulkJob job, String chunk, List<String> changed);
}
