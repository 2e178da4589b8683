package org.nxsi.enrollment.project;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** The projects, one document each: project, cases and facts change in one conditional write. */
@Repository
class Projects {

    private static final int ATTEMPTS = 5;

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<Project> projects;
    private final OutboxRelay relay;

    Projects(MongoDatabase database, OutboxRelay relay) {
        this.projects = database.getCollection("construction_projects", Project.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        projects.createIndex(Indexes.ascending("employer", "number"));
        projects.createIndex(Indexes.ascending("area", "_id"));
        projects.createIndex(Indexes.ascending("unassessedSince"), new IndexOptions().sparse(true));
        relay.watch(projects);
    }

    /** @param event the fact that leaves with it */
    record Step(Project project, OutboxEvent event) {}

    Optional<Project> find(String id) {
        return Optional.ofNullable(
                projects.find(eq("_id", id)).projection(ITSELF).first());
    }

    /** @throws ProblemException 404 {@code project-unknown} */
    Project require(CreditCode employer, int number) {
        return (number < 1 ? Optional.<Project>empty() : find(employer + "-" + number))
                .orElseThrow(() -> Problem.notFound("project-unknown", "this employer has no project of this number")
                        .exception());
    }

    /** Those of the ids that there are; at most some hundred. */
    Map<String, Project> findAll(Collection<String> ids) {
        Map<String, Project> found = new HashMap<>();
        projects.find(in("_id", ids)).projection(ITSELF).forEach(each -> found.put(each.id(), each));
        return found;
    }

    /** An employer's, by number; {@code after} is the last one seen. */
    List<Project> ofEmployer(CreditCode employer, int after, int limit) {
        return projects.find(and(eq("employer", employer), gt("number", after)))
                .projection(ITSELF)
                .sort(Sorts.ascending("number"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those of some areas, by id; {@code after} is the last one seen. */
    List<Project> ofAreas(Collection<AreaCode> areas, @Nullable String after, int limit) {
        Bson wanted = in("area", areas);
        return projects.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Whose sheet is behind since before that time. */
    List<Project> unassessed(Instant before, int limit) {
        return projects.find(lt("unassessedSince", before))
                .projection(ITSELF)
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The project that a command has made, and the highest number of the employer's projects. */
    record Standing(Optional<Project> made, int highest) {}

    Standing standing(CreditCode employer, String command) {
        Optional<Project> made =
                Optional.ofNullable(projects.find(and(eq("employer", employer), eq("changes.command", command)))
                        .projection(ITSELF)
                        .first());
        Project last = projects.find(eq("employer", employer))
                .projection(ITSELF)
                .sort(Sorts.descending("number"))
                .first();
        return new Standing(made, last == null ? 0 : last.number());
    }

    /** @return false if the employer has one of this number by now */
    boolean add(Step first) {
        try {
            boolean added = projects.updateOne(
                                    and(eq("_id", first.project().id()), exists("version", false)),
                                    combine(fields(first)),
                                    new UpdateOptions().upsert(true))
                            .getUpsertedId()
                    != null;
            relay.publish(projects, first.project().id());
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
    Project change(CreditCode employer, int number, Function<Project, @Nullable Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Project before = require(employer, number);
            Step step = decide.apply(before);
            if (step == null) {
                return before;
            }
            long matched = projects.updateOne(
                            and(eq("_id", before.id()), eq("version", before.version()), Outbox.hasRoomFor(1)),
                            combine(fields(step)))
                    .getMatchedCount();
            if (matched == 1) {
                relay.publish(projects, before.id());
                return require(employer, number);
            }
        }
        throw Problem.of(503, "project-busy", "others keep changing this project: try again")
                .exception();
    }

    /** Its sheet has followed this very state. */
    void assessed(Project project) {
        projects.updateOne(and(eq("_id", project.id()), eq("version", project.version())), unset("unassessedSince"));
    }

    private static List<Bson> fields(Step step) {
        Project project = step.project();
        List<Bson> fields = new ArrayList<>();
        fields.add(set("employer", project.employer()));
        fields.add(set("number", project.number()));
        fields.add(set("name", project.name()));
        fields.add(set("area", project.area()));
        fields.add(set("contractNumber", project.contractNumber()));
        fields.add(set("contractValue", project.contractValue()));
        fields.add(set("startsOn", project.startsOn()));
        fields.add(set("endsOn", project.endsOn()));
        fields.add(setOrUnset("completedOn", project.completedOn()));
        fields.add(setOrUnset("assessedFor", project.assessedFor()));
        fields.add(setOrUnset("unassessedSince", project.unassessedSince()));
        fields.add(set("changes", project.changes()));
        fields.add(set("version", project.version() + 1));
        fields.add(Outbox.append(step.event()));
        return fields;
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }
}
