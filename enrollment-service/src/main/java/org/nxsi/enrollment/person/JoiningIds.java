package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Change.Field;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * Carries out a decision that an id forwards to another one. Three writes, each of one document and each harmless when
 * repeated: the remaining person reserves, the other one forwards, the remaining one notes it and tells. Whoever is being
 * forwarded to does not forward meanwhile, so that no two persons ever forward to each other.
 */
@Component
class JoiningIds {

    private static final String RESERVED = "joining";
    private static final int ATTEMPTS = 5;

    private final Persons persons;
    private final MongoCollection<Person> collection;
    private final PersonEvents events;
    private final OutboxRelay relay;

    JoiningIds(Persons persons, PersonEvents events, OutboxRelay relay) {
        this.persons = persons;
        this.collection = persons.collection();
        this.events = events;
        this.relay = relay;
    }

    /** @return false if one of the two forwards somewhere already, or is about to: then nothing has changed */
    boolean join(IdentityProposal proposal, LocalDate on) {
        PersonId kept = proposal.kept();
        boolean reserved = collection
                        .updateOne(and(eq("_id", kept), exists("mergedInto", false)), addToSet(RESERVED, proposal.id()))
                        .getMatchedCount()
                == 1;
        if (!reserved) {
            return false;
        }
        boolean forwards = proposal.number() == null ? forward(proposal) : forwardNumber(proposal, proposal.number());
        if (!forwards) {
            collection.updateOne(eq("_id", kept), pull(RESERVED, proposal.id()));
            return false;
        }
        note(proposal, on);
        return true;
    }

    private boolean forward(IdentityProposal proposal) {
        collection.updateOne(
                and(eq("_id", proposal.merged()), exists("mergedInto", false), exists(RESERVED + ".0", false)),
                set("mergedInto", proposal.kept()));
        return forwardsTo(proposal);
    }

    /** Nobody is known by the right number yet: its id is born as one that forwards. */
    private boolean forwardNumber(IdentityProposal proposal, SocialNumber number) {
        try {
            collection.insertOne(new Person(proposal.merged(), number, Map.of(), null, proposal.kept()));
            return true;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return forwardsTo(proposal);
        }
    }

    private boolean forwardsTo(IdentityProposal proposal) {
        Person merged = persons.find(proposal.merged());
        return merged != null && proposal.kept().equals(merged.mergedInto());
    }

    private void note(IdentityProposal proposal, LocalDate on) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (noted(proposal, on)) {
                return;
            }
        }
        throw Problem.of(503, "person-busy", "others keep changing this person; the decision is carried out soon")
                .exception();
    }

    /** Also true if it was noted before. */
    private boolean noted(IdentityProposal proposal, LocalDate on) {
        Person kept = persons.require(proposal.kept());
        Facts facts = kept.register();
        List<Bson> changes = new ArrayList<>(List.of(pull(RESERVED, proposal.id())));
        List<Bson> filters =
                new ArrayList<>(List.of(eq("_id", kept.id()), eq(RESERVED, proposal.id()), Outbox.hasRoomFor(1)));
        Facts after = facts == null ? null : FactsRule.noted(facts, change(proposal, kept, on));
        if (facts != null && after != null) {
            filters.add(eq("register.version", facts.version()));
            changes.add(set("register", after));
        }
        if (proposal.number() != null) {
            changes.add(set("number", proposal.number()));
        }
        changes.add(Outbox.append(event(proposal, kept, after, on)));
        boolean written = collection.updateOne(and(filters), combine(changes)).getMatchedCount() == 1;
        if (written) {
            relay.publish(collection, kept.id().value());
            return true;
        }
        return collection.countDocuments(and(eq("_id", kept.id()), eq(RESERVED, proposal.id()))) == 0;
    }

    private OutboxEvent event(IdentityProposal proposal, Person kept, @Nullable Facts after, LocalDate on) {
        return proposal.number() != null && after != null
                ? events.changed(kept.id(), after, after.history().getLast())
                : events.merged(
                        kept.known(), proposal.merged(), proposal.id(), after == null ? 0 : after.version(), on);
    }

    private static Change change(IdentityProposal proposal, Person kept, LocalDate on) {
        SocialNumber number = proposal.number();
        Field field = number == null
                ? new Field("mergedId", null, proposal.merged().value())
                : new Field("number", kept.number().value(), number.value());
        return new Change(
                proposal.id(),
                on,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Objects.requireNonNull(proposal.decision()).by(),
                proposal.proof(),
                List.of(field));
    }
}
