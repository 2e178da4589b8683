package org.nxsi.enrollment.employer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others learn of employers; nothing of their contacts and agents. */
@Component
class EmployerEvents {

    static final String REGISTERED = "enrollment.employer-registered";
    static final String CHANGED = "enrollment.employer-changed";

    private final JsonMapper json;

    EmployerEvents(JsonMapper json) {
        this.json = json;
    }

    private record Registered(
            String employer,
            AreaCode area,
            UnitType unitType,
            LocalDate registeredOn,
            boolean late,
            List<Participation> schemes) {}

    /** @param from first month for what holds by month */
    private record Changed(
            String employer,
            String number,
            AreaCode area,
            UnitType unitType,
            Month from,
            List<String> fields,
            List<Participation> schemes) {}

    OutboxEvent registered(Employer employer) {
        return event(
                REGISTERED,
                employer,
                REGISTERED + "/" + employer.id(),
                new Registered(
                        employer.id().value(),
                        employer.area(),
                        employer.unitType(),
                        employer.registeredOn(),
                        employer.registeredLate(),
                        employer.schemes()));
    }

    /** @param employer as it stands after the change, with the version from before */
    OutboxEvent changed(Employer employer, EmployerChange change) {
        return event(
                CHANGED,
                employer,
                CHANGED + "/" + change.file().number(),
                new Changed(
                        employer.id().value(),
                        change.file().number().toString(),
                        employer.area(),
                        employer.unitType(),
                        change.from(),
                        change.fields().stream()
                                .map(EmployerChange.FieldChange::field)
                                .toList(),
                        employer.schemes()));
    }

    private OutboxEvent event(String type, Employer employer, String id, Object data) {
        return new OutboxEvent(
                id,
                Topics.EVENTS,
                employer.id().value(),
                type,
                employer.id().value(),
                employer.version() + 1,
                Instant.now(),
                json.writeValueAsString(data));
    }
}
