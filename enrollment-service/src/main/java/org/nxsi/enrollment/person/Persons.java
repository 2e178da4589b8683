package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.person.RegisterBatch.Registrant;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** The persons, one document each. */
@Repository
class Persons {

    /** Two instances that meet a new person at the same moment: the one who comes second finds the document there. */
    private static final int ATTEMPTS = 3;

    private static final int LONGEST_CHAIN = 8;

    private static final Bson WITHOUT_OUTBOX =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Person> persons;

    Persons(MongoDatabase database) {
        this.persons = database.getCollection("persons", Person.class).withCodecRegistry(EnrollmentCodecs.registry());
        persons.createIndex(Indexes.ascending("mergedInto"), new IndexOptions().sparse(true));
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
        return persons.find(eq("_id", id)).projection(WITHOUT_OUTBOX).first();
    }

    /**
     * The persons who are kept, by the id that was asked for: whoever was merged is followed to the id that remains.
     * Persons in the middle of a long chain of merges are found too, up to {@value #LONGEST_CHAIN} of them.
     */
    Map<PersonId, Person> kept(Collection<PersonId> ids) {
        Map<PersonId, PersonId> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, id));
        Map<PersonId, Person> kept = new HashMap<>();
        for (int hop = 0; hop < LONGEST_CHAIN && !wanted.isEmpty(); hop++) {
            Map<PersonId, Person> found = byId(new HashSet<>(wanted.values()));
            Map<PersonId, PersonId> further = new HashMap<>();
            wanted.forEach((asked, current) -> {
                Person person = found.get(current);
                if (person != null && person.mergedInto() == null) {
                    kept.put(asked, person);
                } else if (person != null) {
                    further.put(asked, person.mergedInto());
                }
            });
            wanted.clear();
            wanted.putAll(further);
        }
        return kept;
    }

    /** The id that remains first, then all that were merged into it; of somebody unknown the id itself. */
    List<PersonId> idsOf(PersonId id) {
        Person person = kept(List.of(id)).get(id);
        if (person == null) {
            return List.of(id);
        }
        Set<PersonId> all = new LinkedHashSet<>(List.of(person.id()));
        List<PersonId> latest = List.of(person.id());
        for (int hop = 0; hop < LONGEST_CHAIN && !latest.isEmpty(); hop++) {
            latest = idsWhere(in("mergedInto", latest));
            all.addAll(latest);
        }
        return List.copyOf(all);
    }

    /** For each of the ids those that forward to it, over however many hops; who has none is not in it. */
    Map<PersonId, List<PersonId>> joinedTo(Collection<PersonId> remaining) {
        Map<PersonId, List<PersonId>> joined = new HashMap<>();
        Map<PersonId, PersonId> roots = new HashMap<>();
        remaining.forEach(id -> roots.put(id, id));
        Set<PersonId> latest = new HashSet<>(remaining);
        for (int hop = 0; hop < LONGEST_CHAIN && !latest.isEmpty(); hop++) {
            Set<PersonId> found = new HashSet<>();
            persons.withDocumentClass(Document.class)
                    .find(in("mergedInto", latest))
                    .projection(Projections.include("mergedInto"))
                    .forEach(document -> {
                        PersonId id = PersonId.parse(document.getString("_id"));
                        PersonId root = requireNonNull(roots.get(PersonId.parse(document.getString("mergedInto"))));
                        roots.put(id, root);
                        joined.computeIfAbsent(root, none -> new ArrayList<>()).add(id);
                        found.add(id);
                    });
            latest = found;
        }
        return joined;
    }

    /** Those of the ids that the register has, or forwards. */
    Set<PersonId> registeredOf(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(idsWhere(and(in("_id", ids), or(exists("register"), exists("mergedInto")))));
    }

    /** Those whom this batch and no other put on the register. */
    List<PersonId> registeredBy(RegisterBatch batch) {
        List<PersonId> ids =
                requireNonNull(batch.pending()).stream().map(Registrant::id).toList();
        return idsWhere(and(in("_id", ids), eq("register.cause", batch.id())));
    }

    /** Puts them on the register, in one write; whom it has, or forwards, meets a document that is there and stays as is. */
    void register(List<Registrant> people, RegisterBatch batch) {
        List<UpdateOneModel<Person>> updates = people.stream()
                .map(each -> new UpdateOneModel<Person>(
                        and(eq("_id", each.id()), exists("register", false), exists("mergedInto", false)),
                        combine(
                                setOnInsert("number", each.number()),
                                setOnInsert("roster", new Document()),
                                set("register", each.facts(batch.on(), batch.id()))),
                        UPSERT))
                .toList();
        for (int attempt = 1; ; attempt++) {
            try {
                persons.bulkWrite(updates, new BulkWriteOptions().ordered(false));
                return;
            } catch (MongoBulkWriteException failed) {
                if (!metAnother(failed)) {
                    throw failed;
                }
                List<PersonId> ids = people.stream().map(Registrant::id).toList();
                if (registeredOf(ids).containsAll(ids)) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }

    private Map<PersonId, Person> byId(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>();
        persons.find(in("_id", ids)).projection(WITHOUT_OUTBOX).forEach(person -> found.put(person.id(), person));
        return found;
    }

    private List<PersonId> idsWhere(Bson filter) {
        return persons.withDocumentClass(Document.class)
                .find(filter)
                .projection(Projections.include("_id"))
                .map(document -> PersonId.parse(document.getString("_id")))
                .into(new ArrayList<>());
    }

    /** @throws ProblemException 404 {@code person-unknown} */
    Person require(PersonId id) {
        Person person = find(id);
        if (person == null) {
            throw Problem.notFound("person-unknown", "no such person").exception();
        }
        return person;
    }

    /** Those who were merged into the person. */
    List<Person> mergedInto(Person kept) {
        List<PersonId> others = new ArrayList<>(idsOf(kept.id()));
        others.remove(kept.id());
        return others.isEmpty() ? List.of() : List.copyOf(byId(others).values());
    }

    /** For whoever writes in this package: the same collection. */
    MongoCollection<Person> collection() {
        return persons;
    }

    /** The persons of an area by id; {@code after} is the last one seen. */
    List<Person> ofArea(AreaCode area, int limit, @Nullable String after) {
        Bson wanted = and(inArea(area), exists("mergedInto", false));
        return persons.find(after == null ? wanted : and(gt("_id", after), wanted))
                .projection(WITHOUT_OUTBOX)
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
        List<Bson> places = new ArrayList<>();
        places.add(between("register.area", first));
        for (PensionScheme scheme : PensionScheme.values()) {
            places.add(between("roster." + scheme.code() + ".area", first));
        }
        return or(places);
    }

    private static Bson between(String field, String start) {
        String from = start + "0".repeat(6 - start.length());
        String to = start + "9".repeat(6 - start.length());
        return and(gte(field, from), lte(field, to));
    }
}
