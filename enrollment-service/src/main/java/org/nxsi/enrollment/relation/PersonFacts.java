package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.events.Subscription;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the register tells of persons is heard here as others hear it: deaths, and ids that were joined. */
@Configuration(proxyBeanMethods = false)
class PersonFacts {

    private static final String DIED = "enrollment.person-died";
    private static final String CHANGED = "enrollment.person-changed";
    private static final String MERGED = "enrollment.persons-merged";

    @Bean
    Subscription deathsAndMerges(Deaths deaths, Relations relations, Overlaps overlaps, PersonRegister register) {
        EventHandler died = event -> deaths.follow(person(event), event.id(), on(event));
        EventHandler changed = event -> {
            if (event.data()
                    .path("fields")
                    .valueStream()
                    .anyMatch(each -> each.asString("").equals("diedOn"))) {
                deaths.follow(person(event), event.id(), on(event));
            }
        };
        EventHandler merged = event -> {
            deaths.follow(person(event), event.id(), on(event));
            look(event, relations, overlaps, register);
        };
        return new Subscription(
                "enrollment-service-relations", Topics.EVENTS, 1, Map.of(DIED, died, CHANGED, changed, MERGED, merged));
    }

    private static void look(ReceivedEvent event, Relations relations, Overlaps overlaps, PersonRegister register) {
        PersonId kept = person(event);
        List<Overlap> found = Overlap.among(relations.ofPerson(kept));
        if (!found.isEmpty()) {
            AreaCode area = AreaCode.parse(text(event.data(), "area"));
            overlaps.found(register.find(kept).map(each -> each.id()).orElse(kept), area, on(event));
        }
    }

    private static PersonId person(ReceivedEvent event) {
        try {
            return PersonId.parse(text(event.data(), "personId"));
        } catch (RuntimeException wrong) {
            throw new PoisonousEvent("no person: " + wrong.getMessage());
        }
    }

    private static LocalDate on(ReceivedEvent event) {
        try {
            return LocalDate.parse(text(event.data(), "on"));
        } catch (RuntimeException wrong) {
            throw new PoisonousEvent("no day: " + wrong.getMessage());
        }
    }

    private static String text(JsonNode data, String field) {
        return data.required(field).stringValue();
    }
}
