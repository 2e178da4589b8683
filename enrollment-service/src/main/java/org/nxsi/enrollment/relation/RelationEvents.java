package org.nxsi.enrollment.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.relation.ChangingRelations.Turned;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others learn of changed relations: no name and no number. */
@Component
class RelationEvents {

    static final String CHANGED = "enrollment.relations-changed";
    static final String LATE = "enrollment.late-registration-accepted";
    private static final int MOST_LINES = 1_000;

    private final JsonMapper json;

    RelationEvents(JsonMapper json) {
        this.json = json;
    }

    /** @param to last month; null while it runs */
    record Months(
            String from,
            @Nullable String to,
            @Nullable LocalDate hiredOn,
            @Nullable String reason) {

        static @Nullable Months of(@Nullable Spell spell) {
            if (spell == null) {
                return null;
            }
            StopReason reason = spell.reason();
            return new Months(
                    spell.from().toString(),
                    spell.to() == null ? null : spell.to().toString(),
                    spell.hiredOn(),
                    reason == null ? null : reason.name());
        }
    }

    /** @param version of all the person's relations; of two lines about a person the higher one is the later */
    record ChangedLine(
            String personId,
            String scheme,
            String payer,
            String change,
            @Nullable Months before,
            @Nullable Months after,
            long version) {

        static ChangedLine of(String person, HistoryEntry entry) {
            return new ChangedLine(
                    person,
                    entry.scheme(),
                    entry.payer(),
                    entry.kind().name(),
                    Months.of(entry.before()),
                    Months.of(entry.after()),
                    entry.version());
        }
    }

    private record Changed(String batch, String area, LocalDate on, List<ChangedLine> lines) {}

    private record LateLine(
            String personId, List<String> schemes, String month, LocalDate hiredOn, LocalDate dueOn, String period) {}

    private record Accepted(String payer, String area, LocalDate acceptedOn, String clause, List<LateLine> lines) {}

    /** Of a chunk; none if nothing has changed. */
    List<OutboxEvent> of(Batch batch, String chunk, List<Turned> turned) {
        List<ChangedLine> changed = new ArrayList<>();
        List<LateLine> late = new ArrayList<>();
        for (Turned each : turned) {
            RelationChange change = each.row().change();
            if (change == null || each.outcome().result() != Outcome.Result.DONE) {
                continue;
            }
            PersonId person = each.person() == null ? change.person() : each.person();
            each.history().forEach(entry -> changed.add(ChangedLine.of(person.value(), entry)));
            LateLine line = lateLine(each.row(), change, person);
            if (line != null) {
                late.add(line);
            }
        }
        List<OutboxEvent> events = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += MOST_LINES) {
            List<ChangedLine> lines = changed.subList(from, Math.min(changed.size(), from + MOST_LINES));
            events.add(event(
                    CHANGED,
                    chunk + "/" + from / MOST_LINES,
                    batch,
                    new Changed(batch.id(), batch.area().code(), batch.on(), lines)));
        }
        if (!late.isEmpty()) {
            events.add(event(
                    LATE,
                    chunk,
                    batch,
                    new Accepted(
                            batch.of().toString(), batch.area().code(), batch.on(), LateRule.EMERGENCY_CLAUSE, late)));
        }
        return events;
    }

    /** Null of what is in time, or late by normal rules. */
    private static @Nullable LateLine lateLine(RelationRow row, RelationChange change, PersonId person) {
        Late late = row.late();
        LocalDate hiredOn = change.hiredOn();
        if (late == null || late.period() == null || hiredOn == null) {
            return null;
        }
        return new LateLine(
                person.value(),
                change.schemes().stream().map(each -> each.code()).toList(),
                change.requireMonth().toString(),
                hiredOn,
                late.dueOn(),
                late.period());
    }

    /** What a death ended; null if nothing. @param id made of what told of it */
    @Nullable
    OutboxEvent ofDeath(PersonId person, String id, AreaCode area, LocalDate on, List<ChangedLine> lines) {
        return lines.isEmpty() ? null : event(CHANGED, id, person.value(), id, new Changed(id, area.code(), on, lines));
    }

    private OutboxEvent event(String type, String id, Batch batch, Object data) {
        return event(type, id, batch.of().id(), batch.id(), data);
    }

    private OutboxEvent event(String type, String id, String key, String subject, Object data) {
        return new OutboxEvent(
                type + "/" + id, Topics.EVENTS, key, type, subject, 1, Instant.now(), json.writeValueAsString(data));
    }
}
