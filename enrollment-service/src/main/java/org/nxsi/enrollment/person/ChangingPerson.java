package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Change.Field;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Changes what the register says of a person, with a paper that shows it; the rosters' tellings stay as they are. */
@Component
class ChangingPerson {

    private static final int ATTEMPTS = 5;

    private final Persons persons;
    private final MongoCollection<Person> collection;
    private final PersonEvents events;
    private final OutboxRelay relay;
    private final BusinessClock clock;

    ChangingPerson(Persons persons, PersonEvents events, OutboxRelay relay, BusinessClock clock) {
        this.persons = persons;
        this.collection = persons.collection();
        this.events = events;
        this.relay = relay;
        this.clock = clock;
        relay.watch(collection);
    }

    /** Who does it, and by which paper. */
    record By(String person, String proof, CommandId command) {

        String id() {
            return command.derive("person-change");
        }
    }

    private record Step(Facts facts, OutboxEvent event) {}

    /** @throws org.nxsi.platform.web.ProblemException 422 {@code nothing-changes} if all of it stands so already */
    Person change(PersonId id, FactsRule.Wanted wanted, By by) {
        return write(id, by, person -> {
            Facts facts = onRegister(person);
            List<Field> fields = FactsRule.fields(facts, wanted);
            if (fields.isEmpty()) {
                throw Problem.of(422, "nothing-changes", "all of this stands so already")
                        .exception();
            }
            Change change = change(by, fields);
            Facts after = FactsRule.changed(facts, wanted, change);
            return new Step(after, events.changed(id, after, change));
        });
    }

    Person recordDeath(PersonId id, LocalDate diedOn, By by) {
        return write(id, by, person -> {
            Facts facts = onRegister(person);
            if (diedOn.isAfter(clock.today()) || diedOn.isBefore(person.number().birthDate())) {
                throw Problem.badRequest("invalid-field", "diedOn", "between birth and today")
                        .exception();
            }
            if (facts.diedOn() != null) {
                throw Problem.conflict("death-recorded", "a death is recorded already; a reviewer can take it back")
                        .with("diedOn", facts.diedOn().toString())
                        .exception();
            }
            Change change = change(by, List.of(FactsRule.diedOn(null, diedOn)));
            Facts after = FactsRule.death(facts, diedOn, change);
            return new Step(after, events.died(id, after, diedOn, change));
        });
    }

    /** A death recorded by mistake: another person than the one who recorded it takes it back. */
    Person takeBackDeath(PersonId id, By by) {
        return write(id, by, person -> {
            Facts facts = onRegister(person);
            if (facts.diedOn() == null) {
                throw Problem.conflict("no-death-recorded", "no death is recorded")
                        .exception();
            }
            boolean own = facts.history().reversed().stream()
                    .filter(each -> each.fields().stream()
                            .anyMatch(field -> field.field().equals("diedOn") && field.after() != null))
                    .findFirst()
                    .filter(each -> each.by().equals(by.person()))
                    .isPresent();
            if (own) {
                throw Problem.forbidden("same-person", "who recorded the death cannot take it back")
                        .exception();
            }
            Change change = change(by, List.of(FactsRule.diedOn(facts.diedOn(), null)));
            Facts after = FactsRule.death(facts, null, change);
            return new Step(after, events.changed(id, after, change));
        });
    }

    private Person write(PersonId id, By by, Function<Person, Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Person person = persons.require(id);
            Facts facts = person.register();
            if (facts != null
                    && facts.history().stream().anyMatch(each -> each.id().equals(by.id()))) {
                return person;
            }
            Step step = decide.apply(person);
            long matched = collection
                    .updateOne(
                            and(
                                    eq("_id", id),
                                    eq("register.version", step.facts().version() - 1),
                                    exists("mergedInto", false),
                                    Outbox.hasRoomFor(1)),
                            combine(set("register", step.facts()), Outbox.append(step.event())))
                    .getMatchedCount();
            if (matched == 1) {
                relay.publish(collection, id.value());
                return persons.require(id);
            }
        }
        throw Problem.of(503, "person-busy", "others keep changing this person: try again")
                .exception();
    }

    private Change change(By by, List<Field> fields) {
        return new Change(
                by.id(), clock.today(), Instant.now().truncatedTo(ChronoUnit.MILLIS), by.person(), by.proof(), fields);
    }

    private static Facts onRegister(Person person) {
        @Nullable Facts facts = person.register();
        if (facts == null) {
            throw Problem.conflict("person-on-roster-only", "only rosters know this person: register them first")
                    .exception();
        }
        if (facts.history().size() >= Facts.MOST_CHANGES) {
            throw Problem.conflict(
                            "person-history-full", "no more than " + Facts.MOST_CHANGES + " changes of one person")
                    .exception();
        }
        return facts;
    }
}
