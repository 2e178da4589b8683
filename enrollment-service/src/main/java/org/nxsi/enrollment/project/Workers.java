package org.nxsi.enrollment.project;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Repository;

/** The rosters, one document per project and person. */
@Repository
class Workers {

    /** Of one person, over all projects ever. */
    private static final int MOST_OF_PERSON = 1_000;

    private final MongoCollection<Worker> workers;

    Workers(MongoDatabase database) {
        this.workers =
                database.getCollection("project_workers", Worker.class).withCodecRegistry(EnrollmentCodecs.registry());
        workers.createIndex(Indexes.ascending("person", "_id"));
    }

    /** At most some thousand, by person; who was never on the roster is not in it. */
    Map<PersonId, Worker> find(String project, Collection<PersonId> persons) {
        Map<PersonId, Worker> found = new HashMap<>();
        workers.find(in(
                        "_id",
                        persons.stream()
                                .map(person -> Worker.idOf(project, person))
                                .toList()))
                .forEach(each -> found.put(each.person(), each));
        return found;
    }

    /** A project's, by person; {@code after} is the last one seen. */
    List<Worker> ofProject(String project, @Nullable String after, int limit) {
        return workers.find(and(gt("_id", project + "|" + (after == null ? "" : after)), lt("_id", project + "|~")))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** All rosters that somebody is, or was, on; under each of the ids that the person is kept under. */
    List<Worker> ofPerson(Collection<PersonId> ids) {
        return workers.find(in("person", ids))
                .sort(Sorts.ascending("_id"))
                .limit(MOST_OF_PERSON)
                .into(new ArrayList<>());
    }

    /**
     * Writes workers that were changed, in one bulk; each only if nobody else has changed it meanwhile.
     *
     * @param standing as they were seen
     * @return whether all of them stand as they were to; if not, whoever asks looks again
     */
    boolean replace(Map<PersonId, Worker> standing, Collection<Worker> changed) {
        List<WriteModel<Worker>> writes = new ArrayList<>(changed.size());
        int updates = 0;
        for (Worker each : changed) {
            Worker seen = standing.get(each.person());
            if (seen == null) {
                writes.add(new InsertOneModel<>(each));
            } else {
                writes.add(new UpdateOneModel<>(
                        and(eq("_id", seen.id()), eq("version", seen.version())),
                        combine(set("stays", each.stays()), set("version", each.version()))));
                updates++;
            }
        }
        try {
            return workers.bulkWrite(writes, new BulkWriteOptions().ordered(false))
                            .getMatchedCount()
                    == updates;
        } catch (MongoBulkWriteException failed) {
            if (failed.getWriteConcernError() != null
                    || !failed.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw failed;
            }
            return false;
        }
    }
}
