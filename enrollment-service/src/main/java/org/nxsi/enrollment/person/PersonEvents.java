package org.nxsi.enrollment.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others learn of single persons: never a name, a number or a phone. */
@Component
class PersonEvents {

    static final String CHANGED = "enrollment.person-changed";
    static final String DIED = "enrollment.person-died";
    static final String MERGED = "enrollment.persons-merged";

    private final JsonMapper json;

    PersonEvents(JsonMapper json) {
        this.json = json;
    }

    private record Changed(PersonId personId, AreaCode area, List<String> fields, LocalDate on) {}

    private record Died(PersonId personId, AreaCode area, LocalDate diedOn, LocalDate on) {}

    private record Merged(PersonId personId, PersonId mergedId, AreaCode area, LocalDate on) {}

    OutboxEvent changed(PersonId person, Facts after, Change change) {
        List<String> fields = change.fields().stream().map(Change.Field::field).toList();
        return event(
                CHANGED, person, change.id(), after.version(), new Changed(person, after.area(), fields, change.on()));
    }

    OutboxEvent died(PersonId person, Facts after, LocalDate diedOn, Change change) {
        return event(DIED, person, change.id(), after.version(), new Died(person, after.area(), diedOn, change.on()));
    }

    /** @param proposal id of the proposal that was decided on */
    OutboxEvent merged(Known kept, PersonId merged, String proposal, long version, LocalDate on) {
        return event(MERGED, kept.id(), proposal, version, new Merged(kept.id(), merged, kept.area(), on));
    }

    private OutboxEvent event(String type, PersonId person, String cause, long version, Object data) {
        return new OutboxEvent(
                type + "/" + person + "/" + cause,
                Topics.EVENTS,
                person.value(),
                type,
                person.value(),
                version,
                Instant.now(),
                json.writeValueAsString(data));
    }
}
