package org.nxsi.enrollment.person;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;

/**
 * The persons that one event names: all of them or none. pension-service has checked every row before, so that
 * anything wrong here is a fault between programs and a matter for people.
 *
 * @param roster the import that named them
 */
record RosterBatch(String roster, List<RosterLine> lines) {

    static final String EVENT = "pension.roster-persons";
    static final int LIMIT = 1_000;

    /** @throws PoisonousEvent if a line is not what it should be, or there are too many; it never quotes the line */
    static RosterBatch read(ReceivedEvent event, PersonNumbers numbers) {
        JsonNode persons = event.data().path("persons");
        if (!persons.isArray() || persons.isEmpty() || persons.size() > LIMIT) {
            throw new PoisonousEvent("expected 1 to " + LIMIT + " persons");
        }
        List<RosterLine> lines = new ArrayList<>(persons.size());
        for (JsonNode person : persons) {
            lines.add(line(event, person, lines.size(), numbers));
        }
        return new RosterBatch(event.data().path("roster").asString(""), List.copyOf(lines));
    }

    private static RosterLine line(ReceivedEvent event, JsonNode person, int index, PersonNumbers numbers) {
        try {
            PersonId id = PersonId.parse(text(person, "personId"));
            SocialNumber number = SocialNumber.parse(text(person, "socialNumber"));
            PensionScheme scheme = PensionScheme.of(text(person, "scheme"));
            if (scheme == null) {
                throw new IllegalArgumentException("not a pension scheme");
            }
            if (!numbers.idOf(number).equals(id)) {
                throw new IllegalArgumentException("person id and number do not belong together");
            }
            Told told = new Told(
                    person.required("version").longValue(),
                    event.time(),
                    PersonName.parse(text(person, "name")),
                    AreaCode.parse(text(person, "area")),
                    Month.parse(text(person, "entitledFrom")));
            return new RosterLine(id, number, scheme, told);
        } catch (RuntimeException wrong) {
            throw new PoisonousEvent("person " + index + " of the batch: " + wrong.getMessage());
        }
    }

    private static String text(JsonNode person, String field) {
        return person.required(field).stringValue();
    }
}
