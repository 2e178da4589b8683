package org.nxsi.enrollment.overseas;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** The applications, one document each; every step is one conditional update with its fact. */
@Repository
class ExemptionFiles {

    private static final int ATTEMPTS = 5;
    private static final int MOST_OF_PERSON = 200;
    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<ExemptionDocument> exemptions;
    private final CaseEvents events;
    private final OutboxRelay relay;

    ExemptionFiles(MongoDatabase database, CaseEvents events, OutboxRelay relay) {
        this.exemptions = database.getCollection("overseas_exemptions", ExemptionDocument.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.events = events;
        this.relay = relay;
        exemptions.createIndex(Indexes.ascending("exemption.file.number"));
        exemptions.createIndex(Indexes.ascending("exemption.area", "_id"));
        relay.watch(exemptions);
    }

    /** All of a person under any of these ids, oldest first. */
    List<Exemption> ofPersons(Collection<PersonId> ids) {
        List<Bson> each = ids.stream()
                .map(id -> and(gte("_id", id + "|"), lt("_id", id + "}")))
                .toList();
        return found(or(each), MOST_OF_PERSON);
    }

    @Nullable
    Exemption byNumber(String number) {
        List<Exemption> found = found(eq("exemption.file.number", number), 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Of an area with all areas below it; {@code state} is null for any. */
    List<Exemption> page(AreaCode area, @Nullable CaseState state, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(in(
                "exemption.area",
                AreaCode.all().stream()
                        .filter(area::contains)
                        .map(AreaCode::code)
                        .toList()));
        if (state != null) {
            filters.add(eq("exemption.file.state", state.name()));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return found(and(filters), limit);
    }

    /** @return false if there is one of this id */
    boolean add(Exemption first) {
        try {
            boolean added = exemptions
                            .updateOne(
                                    and(eq("_id", first.id()), exists("exemption", false)),
                                    combine(
                                            set("exemption", first),
                                            Outbox.append(events.progressed(first.file(), first.area()))),
                                    new UpdateOptions().upsert(true))
                            .getUpsertedId()
                    != null;
            relay.publish(exemptions, first.id());
            return added;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return false;
        }
    }

    /**
     * One step: decided on what stands, written if that still stands, else decided anew.
     *
     * @param decide gives what stands after the step, the same for nothing, or throws
     */
    Exemption change(String id, UnaryOperator<Exemption> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Exemption> found = found(eq("_id", id), 1);
            if (found.isEmpty()) {
                throw unknown();
            }
            Exemption before = found.getFirst();
            Exemption after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            Exemption next = after.nextVersion();
            if (write(before, next)) {
                return next;
            }
        }
        throw Problem.of(503, "exemption-busy", "others keep changing this application: try again")
                .exception();
    }

    private boolean write(Exemption before, Exemption next) {
        Bson standing = and(eq("_id", next.id()), eq("exemption.version", before.version()));
        if (before.file().history().size() == next.file().history().size()) {
            return exemptions.updateOne(standing, set("exemption", next)).getMatchedCount() == 1;
        }
        boolean written = exemptions
                        .updateOne(
                                and(standing, Outbox.hasRoomFor(1)),
                                combine(
                                        set("exemption", next),
                                        Outbox.append(events.progressed(next.file(), next.area()))))
                        .getMatchedCount()
                == 1;
        if (written) {
            relay.publish(exemptions, next.id());
        }
        return written;
    }

    static ProblemException unknown() {
        return Problem.notFound("exemption-unknown", "no application of this number")
                .exception();
    }

    private List<Exemption> found(Bson filter, int limit) {
        return exemptions
                .find(filter)
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .map(ExemptionDocument::exemption)
                .toList();
    }
}
