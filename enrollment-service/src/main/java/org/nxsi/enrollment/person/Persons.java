package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Repository;

/** The persons, one document each. */
@Repository
class Persons {

    /** Two instances that meet a new person at the same moment: the one who comes second finds the document there. */
    private static final int ATTEMPTS = 3;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Person> persons;

    Persons(MongoDatabase database) {
        this.persons = database.getCollection("persons", Person.class).withCodecRegistry(EnrollmentCodecs.registry());
    }

    /**
     * Takes in what a roster tells, in one write. Whatever is told again, late or out of order changes nothing: of two
     * tellings about a person and scheme the document keeps the newer, and its version with it.
     */
    void take(List<RosterLine> lines) {
        List<UpdateOneModel<Person>> updates = updates(lines);
        for (int attempt = 1; ; attempt++) {
            try {
                persons.bulkWrite(updates, new BulkWriteOptions().ordered(false));
                return;
            } catch (MongoBulkWriteException failed) {
                if (attempt == ATTEMPTS || !metAnother(failed)) {
                    throw failed;
                }
            }
        }
    }

    @Nullable
    Person find(PersonId id) {
        return persons.find(eq("_id", id)).first();
    }

    /** The persons of an area by id; {@code after} is the last one seen. */
    List<Person> in(AreaCode area, int limit, @Nullable String after) {
        Bson wanted = inArea(area);
        return persons.find(after == null ? wanted : and(gt("_id", after), wanted))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    long count() {
        return persons.countDocuments();
    }

    private static List<UpdateOneModel<Person>> updates(List<RosterLine> lines) {
        Map<PersonId, List<RosterLine>> byPerson = new LinkedHashMap<>();
        lines.forEach(line -> byPerson.computeIfAbsent(line.person(), person -> new ArrayList<>())
                .add(line));
        List<UpdateOneModel<Person>> updates = new ArrayList<>(byPerson.size());
        byPerson.forEach((person, own) -> updates.add(update(person, own)));
        return updates;
    }

    private static UpdateOneModel<Person> update(PersonId person, List<RosterLine> lines) {
        Map<PensionScheme, Told> newest = new LinkedHashMap<>();
        lines.forEach(line -> newest.merge(
                line.scheme(), line.told(), (one, other) -> other.version() >= one.version() ? other : one));
        List<Bson> changes = new ArrayList<>();
        changes.add(setOnInsert("number", lines.getFirst().number()));
        newest.forEach((scheme, told) -> changes.add(max("roster." + scheme.code(), told)));
        return new UpdateOneModel<>(eq("_id", person), combine(changes), UPSERT);
    }

    private static boolean metAnother(MongoBulkWriteException failed) {
        return failed.getWriteConcernError() == null
                && failed.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static Bson inArea(AreaCode area) {
        String code = area.code();
        String first = switch (area.level()) {
            case NATION -> "";
            case PROVINCE -> code.substring(0, 2);
            case CITY -> code.substring(0, 4);
            case COUNTY -> code;
        };
        return or(Arrays.stream(PensionScheme.values())
                .map(scheme -> between("roster." + scheme.code() + ".area", first))
                .toList());
    }

    private static Bson between(String field, String start) {
        String from = start + "0".repeat(6 - start.length());
        String to = start + "9".repeat(6 - start.length());
        return and(gte(field, from), lte(field, to));
    }
}
