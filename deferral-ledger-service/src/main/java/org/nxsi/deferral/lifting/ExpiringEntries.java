package org.nxsi.deferral.lifting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.EntriesInBulk;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is not made up when its deadline is over expires; nothing is lost by that, people decide what follows. */
@Component
class ExpiringEntries implements BulkWork {

    static final String EVENT = "deferral.entries-expired";

    /** Expiries are of no period. */
    static final String OF = "expiry";

    private final EntriesInBulk entries;
    private final JsonMapper json;

    ExpiringEntries(EntriesInBulk entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    private record EntriesExpired(LocalDate on, String clause, List<String> entries) {}

    static BulkJob job(LocalDate today, long total) {
        return BulkJob.begun(today.toString(), OF, 0, total);
    }

    @Override
    public boolean isWanted(BulkJob job) {
        return true;
    }

    @Override
    public List<String> next(BulkJob job, int limit) {
        return entries.overdue(day(job), limit);
    }

    /** Those that expire are not found again: the walk needs no second round. */
    @Override
    public boolean hasLeftOver(BulkJob job) {
        return false;
    }

    @Override
    public List<String> apply(BulkJob job, List<String> ids) {
        return entries.expire(ids, day(job));
    }

    @Override
    public OutboxEvent event(BulkJob job, String chunk, List<String> changed) {
        return new OutboxEvent(
                EVENT + "/" + chunk,
                Topics.EVENTS,
                job.id(),
                EVENT,
                chunk,
                1,
                Instant.now(),
                json.writeValueAsString(new EntriesExpired(day(job), Deadline.CLAUSE, changed)));
    }

    private static LocalDate day(BulkJob job) {
        return LocalDate.parse(job.id());
    }
}
