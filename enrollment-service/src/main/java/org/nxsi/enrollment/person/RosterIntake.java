package org.nxsi.enrollment.person;

import java.util.Map;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.events.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Persons arrive by the rosters that pension-service takes in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "nxsi.enrollment.hears-rosters", matchIfMissing = true)
class RosterIntake {

    @Bean
    Subscription rosterPersons(
            Persons persons,
            PersonBatches batches,
            PersonNumbers numbers,
            @Value("${nxsi.enrollment.roster-consumers:2}") int consumers) {
        EventHandler handler = event -> take(event, persons, batches, numbers);
        return new Subscription("enrollment-service", "pension.events", consumers, Map.of(RosterBatch.EVENT, handler));
    }

    /** First the persons, then the batch: a crash in between repeats the first, which changes nothing. */
    private static void take(ReceivedEvent event, Persons persons, PersonBatches batches, PersonNumbers numbers) {
        RosterBatch batch = RosterBatch.read(event, numbers);
        persons.take(batch.lines());
        batches.tell(event, batch);
    }
}
