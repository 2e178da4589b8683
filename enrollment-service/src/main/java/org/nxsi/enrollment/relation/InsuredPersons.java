package org.nxsi.enrollment.relation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Repository;

/** The insured persons, one document each; a change is one conditional update of it. */
@Repository
class InsuredPersons {

    private final MongoCollection<InsuredPerson> persons;

    InsuredPersons(MongoDatabase database) {
        this.persons = database.getCollection("insured_persons", InsuredPerson.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.persons.createIndex(Indexes.ascending("relations.payer", "_id"));
    }

    /** At most some thousand; who has no relation yet is not in it. */
    Map<PersonId, InsuredPerson> find(Collection<PersonId> ids) {
        Map<PersonId, InsuredPerson> found = new HashMap<>();
        persons.find(in("_id", ids)).forEach(each -> found.put(each.id(), each));
        return found;
    }

    /** Whoever has, or had, a relation with a payer, by id; {@code after} is the last one seen. */
    List<InsuredPerson> of(Payer payer, @Nullable PersonId after, int limit) {
        Bson wanted = eq("relations.payer", payer);
        return persons.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * Writes persons that were changed, in one bulk; each only if nobody else has changed it meanwhile.
     *
     * @return whether all of them stand as they were to; if not, whoever asks looks again
     */
    boolean replace(Collection<InsuredPerson> changed) {
        List<WriteModel<InsuredPerson>> writes = new ArrayList<>(changed.size());
        int updates = 0;
        for (InsuredPerson each : changed) {
            if (each.version() == 1) {
                writes.add(new InsertOneModel<>(each));
                continue;
            }
            updates++;
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", each.id()), eq("version", each.version() - 1)),
                    combine(
                            set("relations", each.relations()),
                            set("history", each.history()),
                            set("version", each.version()))));
        }
        try {
            return persons.bulkWrite(writes, new BulkWriteOptions().ordered(false))
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
