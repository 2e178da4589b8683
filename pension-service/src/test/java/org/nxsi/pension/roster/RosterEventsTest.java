package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RosterEventsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void new_and_changed_persons_are_told_in_batches_and_known_ones_not_at_all() {
        String number = RosterFile.newNumber();
        byte[] first =
                RosterFile.utf8().line(RosterFile.row(number)).persons(149).bytes();
        String created = Imports.done(first).path("id").asString();
        String unchanged = Imports.done(first).path("id").asString();
        String changed = Imports.done(RosterFile.utf8()
                        .line(RosterFile.row(number, "王大明", "1.00"))
                        .bytes())
                .path("id")
                .asString();

        try (TestListener events = TestBroker.listen(Topics.EVENTS)) {
            assertThat(events.await(2, each -> isOf(created, each)))
                    .allSatisfy(each -> EventSchemas.assertValid(each.value()))
                    .extracting(each -> persons(each).size())
                    .containsExactlyInAnyOrder(100, 50);
            assertThat(events.await(1, each -> isOf(changed, each)))
                    .singleElement()
                    .satisfies(each -> {
                        EventSchemas.assertValid(each.value());
                        JsonNode person = persons(each).path(0);
                        assertThat(person.path("personId").asString()).isEqualTo(PensionUnderTest.payee(number));
                        assertThat(person.path("name").asString()).isEqualTo("王大明");
                        assertThat(person.path("effect").asString()).isEqualTo("updated");
                        assertThat(person.path("version").asInt()).isEqualTo(2);
                    });
            assertThat(events.heardSoFar(each -> isOf(unchanged, each))).isEmpty();
        }
    }

    @Test
    void work_travels_as_events_too() {
        String id =
                Imports.done(RosterFile.utf8().persons(150).bytes()).path("id").asString();

        try (TestListener work = TestBroker.listen(Topics.WORK)) {
            List<ConsumerRecord<String, byte[]>> ofThis =
                    work.await(3, each -> subject(each).startsWith(id));
            assertThat(ofThis).hasSize(3).allSatisfy(each -> EventSchemas.assertValid(each.value()));
        }
    }

    private static boolean isOf(String roster, ConsumerRecord<String, byte[]> event) {
        return subject(event).startsWith(roster + "|");
    }

    private static String subject(ConsumerRecord<String, byte[]> event) {
        return JSON.readTree(event.value()).path("subject").asString();
    }

    private static JsonNode persons(ConsumerRecord<String, byte[]> event) {
        return JSON.readTree(event.value()).path("data").path("persons");
    }
}
