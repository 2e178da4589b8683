package org.nxsi.enrollment.relation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.Sums;
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

    /** Whoever has, or had, a relation with a payer, by id and without history; {@code after} is the last one seen. */
    List<InsuredPerson> of(Payer payer, @Nullable PersonId after, int limit) {
        Bson wanted = eq("relations.payer", payer);
        return persons.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .projection(Projections.exclude("history"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** How many a payer insures in a month, by scheme; counted by the store. */
    Map<Scheme, Long> heads(Payer payer, Month month) {
        Bson ofPayer = eq("relations.payer", payer.toString());
        Bson covering = and(
                lte("relations.spells.from", month.toString()),
                or(
                        exists("relations.spells.to", false),
                        eq("relations.spells.to", null),
                        gte("relations.spells.to", month.toString())));
        Map<Scheme, Long> heads = new EnumMap<>(Scheme.class);
        persons.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(ofPayer),
                        Aggregates.unwind("$relations"),
                        Aggregates.match(ofPayer),
                        Aggregates.unwind("$relations.spells"),
                        Aggregates.match(covering),
                        Aggregates.group("$relations.scheme", Accumulators.sum("heads", 1))))
                .forEach(group -> heads.put(Scheme.parse(group.getString("_id")), Sums.number(group, "heads")));
        return heads;
    }

    /**
     * Writes persons that were changed, in one bulk; each only if nobody else has changed it meanwhile.
     *
     * @param standing as they were seen
     * @return whether all of them stand as they were to; if not, whoever asks looks again
     */
    boolean replace(Map<PersonId, InsuredPerson> standing, Collection<InsuredPerson> changed) {
        List<WriteModel<InsuredPerson>> writes = new ArrayList<>(changed.size());
        int updates = 0;
        for (InsuredPerson each : changed) {
            InsuredPerson seen = standing.get(each.id());
            if (seen == null) {
                writes.add(new InsertOneModel<>(each));
            } else {
                writes.add(update(seen, each));
                updates++;
            }
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

    private static UpdateOneModel<InsuredPerson> update(InsuredPerson seen, InsuredPerson changed) {
        return new UpdateOneModel<>(
                and(eq("_id", seen.id()), eq("version", seen.version())),
                combine(
                        set("relations", changed.relations()),
                        set("history", changed.history()),
                        changed.diedOn() == null ? unset("diedOn") : set("diedOn", changed.diedOn()),
                        set("version", changed.version())));
    }
}
