package org.nxsi.enrollment.wage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Repository;

/** The wages that employers have declared, one document per employer and person. */
@Repository
public class Wages {

    private final MongoCollection<DeclaredWages> wages;

    Wages(MongoDatabase database) {
        this.wages = database.getCollection("declared_wages", DeclaredWages.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
    }

    /**
     * What holds in a month, by person; who is not in it has nothing declared.
     *
     * @param persons at most some thousand
     */
    public Map<PersonId, Declared> declared(CreditCode employer, Month month, Collection<PersonId> persons) {
        List<String> ids = persons.stream()
                .map(person -> DeclaredWages.idOf(employer, person))
                .toList();
        Map<PersonId, Declared> declared = new HashMap<>();
        wages.find(in("_id", ids))
                .forEach(each -> each.in(month).ifPresent(found -> declared.put(each.person(), found)));
        return declared;
    }

    /** What stands of these persons; at most some thousand. */
    Map<PersonId, DeclaredWages> find(CreditCode employer, Collection<PersonId> persons) {
        List<String> ids = persons.stream()
                .map(person -> DeclaredWages.idOf(employer, person))
                .distinct()
                .toList();
        Map<PersonId, DeclaredWages> found = new HashMap<>();
        wages.find(in("_id", ids)).forEach(each -> found.put(each.person(), each));
        return found;
    }

    /**
     * Writes what was declared, in one bulk; each only if nobody else has declared meanwhile. Entries are only ever added, so
     * that their number tells.
     *
     * @param standing as they were seen
     * @return whether all of it stands; if not, whoever asks looks again
     */
    boolean replace(Map<PersonId, DeclaredWages> standing, Collection<DeclaredWages> changed) {
        List<WriteModel<DeclaredWages>> writes = new ArrayList<>(changed.size());
        int updates = 0;
        for (DeclaredWages each : changed) {
            DeclaredWages seen = standing.get(each.person());
            if (seen == null) {
                writes.add(new InsertOneModel<>(each));
            } else {
                int before = seen.entries().size();
                List<WageEntry> added =
                        each.entries().subList(before, each.entries().size());
                writes.add(new UpdateOneModel<>(
                        and(eq("_id", each.id()), size("entries", before)), pushEach("entries", added)));
                updates++;
            }
        }
        try {
            return wages.bulkWrite(writes, new BulkWriteOptions().ordered(false))
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
