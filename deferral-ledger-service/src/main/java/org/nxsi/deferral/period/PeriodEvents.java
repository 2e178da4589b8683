package org.nxsi.deferral.period;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.Topics;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others learn of a new record: the fact, and the whole state of its region for those who keep a copy. */
@Component
class PeriodEvents {

    private final JsonMapper json;

    PeriodEvents(JsonMapper json) {
        this.json = json;
    }

    /** @param supersedes number of the record that does not count any more; absent of a declaration */
    private record Fact(
            String period,
            String region,
            int record,
            @Nullable Integer supersedes,
            LocalDate from,
            String docNo,
            @Nullable LocalDate liftedOn,
            @Nullable String liftDocNo,
            @Nullable String reason,
            String proposedBy,
            String confirmedBy,
            LocalDate confirmedOn) {}

    private record State(
            String id,
            int record,
            LocalDate from,
            String docNo,
            @Nullable LocalDate liftedOn,
            @Nullable String liftDocNo) {}

    private record RegionState(String region, List<State> periods) {}

    List<OutboxEvent> of(Register next, Period period) {
        PeriodRecord last = period.records().getLast();
        return List.of(fact(next, period, last), regionState(next, period.region(), last));
    }

    private OutboxEvent fact(Register next, Period period, PeriodRecord last) {
        Terms terms = last.terms();
        Fact fact = new Fact(
                period.id(),
                period.region().code(),
                last.number(),
                last.number() == 1 ? null : last.number() - 1,
                terms.from(),
                terms.docNo(),
                terms.liftedOn(),
                terms.liftDocNo(),
                last.reason(),
                last.proposedBy(),
                last.confirmedBy(),
                last.confirmedOn());
        return new OutboxEvent(
                period.id() + "/" + last.number(),
                Topics.EVENTS,
                period.region().code(),
                type(last.kind()),
                period.id(),
                next.version(),
                last.confirmedAt(),
                json.writeValueAsString(fact));
    }

    private OutboxEvent regionState(Register next, AreaCode region, PeriodRecord last) {
        List<State> periods = next.of(region).stream()
                .filter(Period::isDeclared)
                .map(each -> new State(
                        each.id(),
                        each.recordNumber(),
                        each.terms().from(),
                        each.terms().docNo(),
                        each.terms().liftedOn(),
                        each.terms().liftDocNo()))
                .toList();
        return new OutboxEvent(
                EmergencyPeriods.REGION_STATE + "/" + region + "/" + next.version(),
                EmergencyPeriods.TOPIC,
                region.code(),
                EmergencyPeriods.REGION_STATE,
                region.code(),
                next.version(),
                last.confirmedAt(),
                json.writeValueAsString(new RegionState(region.code(), periods)));
    }

    private static String type(PeriodRecord.Kind kind) {
        return switch (kind) {
            case DECLARED -> "emergency.declared";
            case LIFTED -> "emergency.lifted";
            case CORRECTED -> "emergency.corrected";
        };
    }
}
