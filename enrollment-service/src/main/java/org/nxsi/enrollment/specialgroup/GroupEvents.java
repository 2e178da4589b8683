package org.nxsi.enrollment.specialgroup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The fact that labels were confirmed for a year, or taken away as confirmed by mistake. */
@Component
class GroupEvents {

    static final String CONFIRMED = "enrollment.special-group-confirmed";

    private final JsonMapper json;

    GroupEvents(JsonMapper json) {
        this.json = json;
    }

    /** @param confirmed false if it does not stand any more */
    record Line(
            String personId,
            int year,
            Label label,
            String title,
            String area,
            boolean confirmed,
            String source,
            LocalDate on) {

        static Line of(PersonId person, int year, AreaCode area, Confirmation confirmation) {
            return new Line(
                    person.value(),
                    year,
                    confirmation.label(),
                    confirmation.label().title(),
                    area.code(),
                    true,
                    confirmation.source(),
                    confirmation.on());
        }
    }

    private record Confirmed(List<Line> lines) {}

    /**
     * Lines of one change.
     *
     * @param id made of what caused it; the same at every repetition
     * @param lines 1 to 1,000
     */
    OutboxEvent confirmed(String id, String key, List<Line> lines) {
        return new OutboxEvent(
                CONFIRMED + "/" + id,
                Topics.EVENTS,
                key,
                CONFIRMED,
                id,
                1,
                Instant.now(),
                json.writeValueAsString(new Confirmed(lines)));
    }
}
