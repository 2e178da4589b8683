package org.nxsi.enrollment.specialgroup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
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
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Repository;

/** One document per person and year; every step is one conditional update, its facts leave with it. */
@Repository
class GroupYears {

    private static final int ATTEMPTS = 5;
    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<GroupYear> years;
    private final OutboxRelay relay;

    GroupYears(MongoDatabase database, OutboxRelay relay) {
        this.years = database.getCollection("special_groups", GroupYear.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        years.createIndex(Indexes.ascending("declarations.file.number"));
        years.createIndex(Indexes.ascending("openIn", "_id"), new IndexOptions().sparse(true));
        years.createIndex(Indexes.ascending("followAfter"), new IndexOptions().sparse(true));
        relay.watch(years);
    }

    /** @param events facts that leave with it; none where nobody has anything to learn */
    record Step(GroupYear year, List<OutboxEvent> events) {}

    /** Those of the ids that are there, by id. */
    Map<String, GroupYear> find(Collection<String> ids) {
        Map<String, GroupYear> found = new HashMap<>();
        years.find(in("_id", ids)).projection(ITSELF).forEach(each -> found.put(each.id(), each));
        return found;
    }

    Optional<GroupYear> byNumber(String number) {
        return Optional.ofNullable(years.find(eq("declarations.file.number", number))
                .projection(ITSELF)
                .first());
    }

    /** Those in which something waits for people, by id; {@code after} is the last one seen. */
    List<GroupYear> open(AreaCode area, @Nullable String after, int limit) {
        Bson inArea = in(
                "openIn",
                AreaCode.all().stream()
                        .filter(area::contains)
                        .map(AreaCode::code)
                        .toList());
        return years.find(after == null ? inArea : and(inArea, gt("_id", after)))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those whose change nobody has followed yet. */
    List<GroupYear> toFollow(Instant before, int limit) {
        return years.find(lt("followAfter", before))
                .projection(ITSELF)
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The change is followed, unless there is another by now. */
    void followed(GroupYear year) {
        years.updateOne(and(eq("_id", year.id()), eq("version", year.version())), unset("followAfter"));
    }

    void followLater(GroupYear year, Instant after) {
        years.updateOne(and(eq("_id", year.id()), eq("version", year.version())), set("followAfter", after));
    }

    /**
     * One change: decided on what stands, written if that still stands, else decided anew.
     *
     * @param unknown what stands as long as there is nothing
     * @param decide says what becomes of it, null for nothing, or throws
     */
    GroupYear change(GroupYear unknown, Function<GroupYear, @Nullable Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GroupYear before = find(List.of(unknown.id())).getOrDefault(unknown.id(), unknown);
            Step step = decide.apply(before);
            if (step == null) {
                return before;
            }
            if (before.version() == 0) {
                MissingDocuments.insert(years, List.of(before));
            }
            List<Bson> changes = new ArrayList<>(fields(step.year()));
            Bson filter = standing(before);
            if (!step.events().isEmpty()) {
                changes.add(Outbox.append(step.events()));
                filter = and(filter, Outbox.hasRoomFor(step.events().size()));
            }
            if (years.updateOne(filter, combine(changes)).getMatchedCount() == 1) {
                relay.publish(years, before.id());
                return find(List.of(before.id())).getOrDefault(before.id(), before);
            }
        }
        throw Problem.of(503, "group-busy", "others keep changing this person's year: try again")
                .exception();
    }

    /**
     * Writes years that were changed, in one bulk; each only if nobody else has changed it meanwhile.
     *
     * @param standing as they were seen
     * @return whether all of them stand as they were to; if not, whoever asks looks again
     */
    boolean replace(Map<String, GroupYear> standing, Collection<GroupYear> changed) {
        List<WriteModel<GroupYear>> writes = new ArrayList<>(changed.size());
        int updates = 0;
        for (GroupYear each : changed) {
            GroupYear seen = standing.get(each.id());
            if (seen == null) {
                writes.add(new InsertOneModel<>(counted(each)));
            } else {
                writes.add(new UpdateOneModel<>(standing(seen), combine(fields(each))));
                updates++;
            }
        }
        try {
            return years.bulkWrite(writes, new BulkWriteOptions().ordered(false))
                            .getMatchedCount()
                    == updates;
        } catch (MongoBulkWriteException failed) {
            boolean onlyDuplicates = failed.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (failed.getWriteConcernError() != null || !onlyDuplicates) {
                throw failed;
            }
            return false;
        }
    }

    private static GroupYear counted(GroupYear newborn) {
        return new GroupYear(
                newborn.id(),
                newborn.person(),
                newborn.year(),
                newborn.area(),
                newborn.confirmed(),
                newborn.declarations(),
                newborn.corrections(),
                newborn.openIn(),
                newborn.followAfter(),
                newborn.version() + 1);
    }

    private static Bson standing(GroupYear seen) {
        return and(eq("_id", seen.id()), eq("version", seen.version()));
    }

    private static List<Bson> fields(GroupYear year) {
        return List.of(
                set("confirmed", year.confirmed()),
                set("declarations", year.declarations()),
                set("corrections", year.corrections()),
                year.openIn() == null ? unset("openIn") : set("openIn", year.openIn()),
                year.followAfter() == null ? unset("followAfter") : set("followAfter", year.followAfter()),
                set("version", year.version() + 1));
    }
}
