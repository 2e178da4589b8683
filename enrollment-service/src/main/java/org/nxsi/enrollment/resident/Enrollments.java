package org.nxsi.enrollment.resident;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Repository;

/** The applications, one document per person; every step is one conditional update, its facts leave with it. */
@Repository
class Enrollments {

    private static final int ATTEMPTS = 5;
    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<EnrollmentFile> files;
    private final PersonRegister register;
    private final OutboxRelay relay;

    Enrollments(MongoDatabase database, PersonRegister register, OutboxRelay relay) {
        this.files = database.getCollection("resident_enrollments", EnrollmentFile.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.register = register;
        this.relay = relay;
        files.createIndex(Indexes.ascending("applications.file.number"));
        files.createIndex(Indexes.ascending("applications.area", "_id"));
        files.createIndex(Indexes.ascending("openIn", "_id"), new IndexOptions().sparse(true));
        files.createIndex(Indexes.ascending("unfinished"), new IndexOptions().sparse(true));
        relay.watch(files);
    }

    /** @param events facts that leave with it; none where people have nothing to learn */
    record Step(EnrollmentFile file, List<OutboxEvent> events) {}

    EnrollmentFile of(PersonId person) {
        EnrollmentFile found = files.find(eq("_id", person)).projection(ITSELF).first();
        return found == null ? EnrollmentFile.none(person) : found;
    }

    /** All of a person, those under merged ids too, the latest first. */
    List<Enrollment> ofPerson(PersonId person) {
        List<Enrollment> all = new ArrayList<>();
        files.find(in("_id", register.idsOf(person)))
                .projection(ITSELF)
                .forEach(file -> all.addAll(file.applications()));
        all.sort((one, other) -> other.file().number().compareTo(one.file().number()));
        return all;
    }

    Optional<EnrollmentFile> byNumber(String number) {
        return Optional.ofNullable(files.find(eq("applications.file.number", number))
                .projection(ITSELF)
                .first());
    }

    /** The grade that was chosen with the enrolment, for the year for which it was. */
    Optional<Fen> gradeChosenFor(PersonId person, int year) {
        return ofPerson(person).stream()
                .filter(each -> each.year() == year
                        && each.verdict() != null
                        && each.verdict().approved())
                .map(Enrollment::grade)
                .findFirst();
    }

    /** By person; {@code after} is the last one seen. */
    List<EnrollmentFile> page(AreaCode area, boolean onlyOpen, @Nullable String after, int limit) {
        List<String> areas = AreaCode.all().stream()
                .filter(area::contains)
                .map(AreaCode::code)
                .toList();
        List<Bson> filters = new ArrayList<>(List.of(in(onlyOpen ? "openIn" : "applications.area", areas)));
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return files.find(and(filters))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Decided, and not carried out yet. */
    List<EnrollmentFile> unfinished(int limit) {
        return files.find(eq("unfinished", true))
                .projection(ITSELF)
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * One change: decided on what stands, written if that still stands, else decided anew.
     *
     * @param decide says what becomes of it, null for nothing, or throws
     */
    EnrollmentFile change(PersonId person, Function<EnrollmentFile, @Nullable Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EnrollmentFile before = of(person);
            Step step = decide.apply(before);
            if (step == null) {
                return before;
            }
            if (before.version() == 0) {
                MissingDocuments.insert(files, List.of(before));
            }
            List<Bson> filters = new ArrayList<>(List.of(eq("_id", person), eq("version", before.version())));
            if (!step.events().isEmpty()) {
                filters.add(Outbox.hasRoomFor(step.events().size()));
            }
            long matched = files.updateOne(and(filters), combine(fields(step))).getMatchedCount();
            if (matched == 1) {
                relay.publish(files, person.value());
                return of(person);
            }
        }
        throw Problem.of(503, "application-busy", "others keep changing this application: try again")
                .exception();
    }

    private static List<Bson> fields(Step step) {
        EnrollmentFile file = step.file();
        List<Bson> fields = new ArrayList<>(List.of(
                set("applications", file.applications()),
                file.openIn() == null ? unset("openIn") : set("openIn", file.openIn()),
                file.unfinished() == null ? unset("unfinished") : set("unfinished", true),
                set("version", file.version() + 1)));
        if (!step.events().isEmpty()) {
            fields.add(Outbox.append(step.events()));
        }
        return fields;
    }
}
