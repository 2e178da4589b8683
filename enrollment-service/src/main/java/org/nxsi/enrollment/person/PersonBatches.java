package org.nxsi.enrollment.person;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document per batch taken in, named after the event that brought it. It carries the event that tells others of
 * the persons; a repetition finds it there and tells nothing twice.
 */
@Repository
class PersonBatches {

    static final String EVENT = "enrollment.persons-registered";

    private final MongoCollection<Document> batches;
    private final OutboxRelay relay;
    private final JsonMapper json;

    PersonBatches(MongoDatabase database, OutboxRelay relay, JsonMapper json) {
        this.batches = database.getCollection("person_batches");
        this.relay = relay;
        this.json = json;
        relay.watch(batches);
    }

    /**
     * What others learn: no name and no number.
     *
     * @param version of the beneficiary; of two registrations of a person and scheme the higher one is the newer
     */
    private record Registered(String personId, String scheme, String area, String since, long version) {

        static Registered of(RosterLine line) {
            Told told = line.told();
            return new Registered(
                    line.person().value(),
                    line.scheme().code(),
                    told.area().code(),
                    told.since().toString(),
                    told.version());
        }
    }

    private record Registration(String source, String roster, List<Registered> persons) {}

    void tell(ReceivedEvent cause, RosterBatch batch) {
        Registration registration = new Registration(
                "roster",
                batch.roster(),
                batch.lines().stream().map(Registered::of).toList());
        OutboxEvent event = new OutboxEvent(
                EVENT + "/" + cause.id(),
                Topics.EVENTS,
                cause.key(),
                EVENT,
                cause.id(),
                1,
                cause.time(),
                json.writeValueAsString(registration));
        Document document = new Document("_id", cause.id())
                .append("roster", batch.roster())
                .append("persons", batch.lines().size());
        try {
            batches.insertOne(Outbox.withEvents(document, List.of(event)));
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        relay.publish(batches, cause.id());
    }
}
