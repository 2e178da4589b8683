package org.nxsi.deferral.lifting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Deadlines;
import org.nxsi.deferral.ledger.EntriesInBulk;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.Periods;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The entries of a period get the deadline that its last record gives them. */
@Component
class SettingDeadlines implements BulkWork {

    static final String EVENT = "deferral.deadlines-set";

    private final EntriesInBulk entries;
    private final Periods periods;
    private final Deadlines deadlines;
    private final JsonMapper json;

    SettingDeadlines(EntriesInBulk entries, Periods periods, Deadlines deadlines, JsonMapper json) {
        this.entries = entries;
        this.periods = periods;
        this.deadlines = deadlines;
        this.json = json;
    }

    /** @param deadline absent if the record has taken the lifting back */
    private record DeadlinesSet(
            String period,
            int record,
            @Nullable LocalDate liftedOn,
            @Nullable LocalDate deadline,
            @Nullable LocalDate reckoned,
            @Nullable String movedBy,
            String clause,
            List<String> entries) {}

    @Override
    public boolean isWanted(BulkJob job) {
        return period(job).recordNumber() == job.record();
    }

    @Override
    public List<String> next(BulkJob job, int limit) {
        return entries.following(job.of(), job.record(), job.cursor(), limit);
    }

    @Override
    public boolean hasLeftOver(BulkJob job) {
        return entries.countFollowing(job.of(), job.record()) > 0;
    }

    /** By the record that counts now: should a later one have come meanwhile, it is the later job's to do. */
    @Override
    public List<String> apply(BulkJob job, List<String> ids) {
        Period period = period(job);
        return period.recordNumber() == job.record() ? entries.setDeadlines(period, ids) : List.of();
    }

    @Override
    public OutboxEvent event(BulkJob job, String chunk, List<String> changed) {
        Period period = period(job);
        LocalDate liftedOn = period.liftedOn();
        Deadline deadline = liftedOn == null ? null : deadlines.after(period.region(), liftedOn);
        DeadlinesSet set = new DeadlinesSet(
                job.of(),
                job.record(),
                liftedOn,
                deadline == null ? null : deadline.date(),
                deadline == null ? null : deadline.reckoned(),
                deadline == null ? null : deadline.movedBy(),
                Deadline.CLAUSE,
                changed);
        return new OutboxEvent(
                EVENT + "/" + chunk,
                Topics.EVENTS,
                job.of(),
                EVENT,
                job.of(),
                job.record(),
                Instant.now(),
                json.writeValueAsString(set));
    }

    private Period period(BulkJob job) {
        return periods.byId(job.of())
                .orElseThrow(() -> new IllegalStateException("job " + job.id() + " is of no period"));
    }
}
