package org.nxsi.enrollment.employer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Repository;

/** Changes employers: employer, change, case and facts in one conditional write. */
@Repository
class EmployerFiles {

    private static final int ATTEMPTS = 5;

    private final Employers employers;
    private final MongoCollection<Employer> collection;
    private final OutboxRelay relay;

    EmployerFiles(Employers employers, OutboxRelay relay) {
        this.employers = employers;
        this.collection = employers.collection();
        this.relay = relay;
        relay.watch(collection);
    }

    /** What stands of a document besides the employer itself. Public for the driver only. */
    public record Changes(@BsonId CreditCode id, long version, List<EmployerChange> changes) {}

    /** @param events facts that leave with it, at least one */
    record Step(EmployerFile file, List<OutboxEvent> events) {}

    EmployerFile require(CreditCode code) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Employer employer = employers.require(code);
            Changes changes = collection
                    .withDocumentClass(Changes.class)
                    .find(and(eq("_id", code), eq("version", employer.version())))
                    .projection(Projections.include("version", "changes"))
                    .first();
            if (changes != null) {
                return new EmployerFile(employer, changes.changes());
            }
        }
        throw busy();
    }

    /** @return false if there is one already */
    boolean add(Step first) {
        try {
            boolean added = collection
                            .updateOne(
                                    and(eq("_id", first.file().employer().id()), exists("version", false)),
                                    combine(fields(first)),
                                    new UpdateOptions().upsert(true))
                            .getUpsertedId()
                    != null;
            relay.publish(collection, first.file().employer().id().value());
            return added;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return false;
        }
    }

    /**
     * One change: decided on what stands, written if that still stands, else decided anew.
     *
     * @param decide says what becomes of it, null for nothing, or throws
     */
    EmployerFile change(CreditCode code, Function<EmployerFile, @Nullable Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EmployerFile before = require(code);
            Step step = decide.apply(before);
            if (step == null) {
                return before;
            }
            long matched = collection
                    .updateOne(
                            and(
                                    eq("_id", code),
                                    eq("version", before.employer().version()),
                                    Outbox.hasRoomFor(step.events().size())),
                            combine(fields(step)))
                    .getMatchedCount();
            if (matched == 1) {
                relay.publish(collection, code.value());
                return require(code);
            }
        }
        throw busy();
    }

    private static RuntimeException busy() {
        return Problem.of(503, "employer-busy", "others keep changing this employer: try again")
                .exception();
    }

    private static List<Bson> fields(Step step) {
        Employer employer = step.file().employer();
        List<Bson> fields = new ArrayList<>();
        fields.add(set("name", employer.name()));
        fields.add(set("area", employer.area()));
        fields.add(set("unitType", employer.unitType()));
        fields.add(set("foundedOn", employer.foundedOn()));
        fields.add(set("registeredOn", employer.registeredOn()));
        fields.add(set("registeredLate", employer.registeredLate()));
        fields.add(employer.contact() == null ? unset("contact") : set("contact", employer.contact()));
        fields.add(set("sizes", employer.sizes()));
        fields.add(set("riskClasses", employer.riskClasses()));
        fields.add(set("floats", employer.floats()));
        fields.add(set("schemes", employer.schemes()));
        fields.add(set("agents", employer.agents()));
        fields.add(set("version", employer.version() + 1));
        fields.add(set("changes", step.file().changes()));
        fields.add(Outbox.append(step.events()));
        return fields;
    }
}
