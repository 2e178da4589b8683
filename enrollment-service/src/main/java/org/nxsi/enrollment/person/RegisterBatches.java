package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.conversions.Bson;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.person.RegisterBatch.Registrant;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One document per batch of people: the intent first, in the end the fact that others are told. */
@Repository
class RegisterBatches {

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<RegisterBatch> batches;
    private final OutboxRelay relay;
    private final JsonMapper json;

    RegisterBatches(MongoDatabase database, OutboxRelay relay, JsonMapper json) {
        this.batches = database.getCollection("register_batches", RegisterBatch.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        this.json = json;
        batches.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        relay.watch(batches);
    }

    /** What others learn: no name and no number. */
    private record Registered(String personId, String area, long version) {}

    private record Registration(String source, String cause, List<Registered> persons) {}

    /** The batch as it stands: a repetition finds it there, done or not. */
    RegisterBatch intend(String cause, Map<PersonId, NewPerson> people, LocalDate on) {
        String id = cause + "/" + digest(people.keySet());
        RegisterBatch batch =
                RegisterBatch.of(id, cause, on, people, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try {
            batches.insertOne(batch);
            return batch;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return Objects.requireNonNull(
                    batches.find(eq("_id", id)).projection(ITSELF).first(), id);
        }
    }

    /** Those that were begun before and never finished, some at a time. */
    List<RegisterBatch> leftBehind(Instant before, int limit) {
        return batches.find(lt("pendingSince", Date.from(before)))
                .projection(ITSELF)
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The end of a batch: names and numbers leave it, and others learn of those it registered itself. */
    void tell(RegisterBatch batch, Collection<Registrant> registered) {
        List<Bson> changes = new ArrayList<>(List.of(Updates.unset("pending"), Updates.unset("pendingSince")));
        if (!registered.isEmpty()) {
            changes.add(Outbox.append(event(batch, registered)));
        }
        batches.updateOne(and(eq("_id", batch.id()), exists("pending")), Updates.combine(changes));
        relay.publish(batches, batch.id());
    }

    private OutboxEvent event(RegisterBatch batch, Collection<Registrant> registered) {
        Registration registration = new Registration(
                "register",
                batch.cause(),
                registered.stream()
                        .map(each ->
                                new Registered(each.id().value(), each.area().code(), 1))
                        .toList());
        return new OutboxEvent(
                PersonBatches.EVENT + "/" + batch.id(),
                Topics.EVENTS,
                batch.id(),
                PersonBatches.EVENT,
                batch.id(),
                1,
                Instant.now(),
                json.writeValueAsString(registration));
    }

    private static String digest(Collection<PersonId> ids) {
        try {
            String all = String.join(
                    ",", new TreeSet<>(ids).stream().map(PersonId::value).toList());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
