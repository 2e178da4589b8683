package org.nxsi.enrollment.relation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.RelationEvents.ChangedLine;
import org.nxsi.enrollment.relation.RelationRule.Mark;
import org.nxsi.enrollment.relation.RelationRule.Turn;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/**
 * Ends the relations of whoever died with the month of death. First the person's documents, which remember the death, so that
 * nobody starts afterwards; then one document named after the event that told of it, with what is told on: a crash in between
 * repeats the first, which changes nothing.
 */
@Repository
class Deaths {

    private static final int ATTEMPTS = 10;

    private final InsuredPersons persons;
    private final PersonRegister register;
    private final RelationEvents events;
    private final MongoCollection<Document> told;
    private final OutboxRelay relay;

    Deaths(
            MongoDatabase database,
            InsuredPersons persons,
            PersonRegister register,
            RelationEvents events,
            OutboxRelay relay) {
        this.persons = persons;
        this.register = register;
        this.events = events;
        this.told = database.getCollection("relation_deaths");
        this.relay = relay;
        relay.watch(told);
    }

    /**
     * Has the relations follow what the register says of a death now, recorded or taken back.
     *
     * @param event id of what told that it has changed
     */
    void follow(PersonId person, String event, LocalDate on) {
        Known known = register.find(person).orElse(null);
        if (known == null) {
            return;
        }
        Mark mark = new Mark("death/" + event, "system", false, on, null);
        Map<PersonId, List<HistoryEntry>> ended = end(register.idsOf(known.id()), known.diedOn(), mark);
        List<ChangedLine> lines = new ArrayList<>();
        ended.forEach((id, entries) -> entries.forEach(each -> lines.add(ChangedLine.of(id.value(), each))));
        OutboxEvent changed = events.ofDeath(known.id(), event, known.area(), on, lines);
        if (changed != null) {
            MissingDocuments.insert(
                    told,
                    List.of(Outbox.withEvents(
                            new Document("_id", event)
                                    .append("person", known.id().value())
                                    .append("relations", lines.size()),
                            List.of(changed))));
            relay.publish(told, event);
        }
    }

    private Map<PersonId, List<HistoryEntry>> end(List<PersonId> ids, @Nullable LocalDate diedOn, Mark mark) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, InsuredPerson> standing = persons.find(new TreeSet<>(ids));
            Map<PersonId, InsuredPerson> changed = new TreeMap<>();
            Map<PersonId, List<HistoryEntry>> ended = new TreeMap<>();
            for (PersonId each : ids) {
                InsuredPerson person = standing.getOrDefault(each, InsuredPerson.unknown(each));
                switch (RelationRule.died(person, diedOn, mark)) {
                    case Turn.Changed(InsuredPerson next) -> {
                        changed.put(each, next);
                        ended.put(each, next.historyOf(mark.cause()));
                    }
                    case Turn.DoneBefore() -> ended.put(each, person.historyOf(mark.cause()));
                    case Turn.AlreadySo ignored -> {
                        // nothing runs
                    }
                    case Turn.Refused ignored -> throw new IllegalStateException("a death is refused by no rule");
                }
            }
            if (changed.isEmpty() || persons.replace(standing, changed.values())) {
                return ended;
            }
        }
        throw new IllegalStateException("the relations of " + ids.getFirst() + " are changed by others all the time");
    }
}
