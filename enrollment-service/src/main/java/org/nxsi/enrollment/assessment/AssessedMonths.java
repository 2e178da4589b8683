package org.nxsi.enrollment.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The lines of all sheets, one document per payer, month and person. */
@Repository
public class AssessedMonths {

    /** Lines read and written at once. */
    public static final int AT_ONCE = 1_000;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    /** After every person id, before whatever else. */
    private static final String END = "|~";

    private final MongoCollection<AssessedMonth> months;

    AssessedMonths(MongoDatabase database) {
        this.months = database.getCollection("assessed_months", AssessedMonth.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        months.createIndex(Indexes.ascending("person", "month"));
    }

    /** A person's months, by whomever owed, ascending; at most 1,200 months with their payers. */
    public List<AssessedMonth> ofPerson(PersonId person, Month from, Month to) {
        return months.find(and(eq("person", person), gte("month", from), lte("month", to)))
                .sort(Sorts.ascending("month", "_id"))
                .limit(5_000)
                .into(new ArrayList<>());
    }

    /**
     * The lines of a sheet, by person.
     *
     * @param after the last person seen; null at the beginning
     * @param limit most lines; fewer only at the end
     */
    public List<AssessedMonth> ofSheet(Payer payer, Month month, @Nullable PersonId after, int limit) {
        String sheet = AssessmentSheet.idOf(payer, month);
        String from = after == null ? sheet + "|" : sheet + "|" + after;
        return months.find(and(gt("_id", from), lt("_id", sheet + END)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those of the ids that are there, see {@link AssessedMonth#idOf}; at most 1,000 of them. */
    public List<AssessedMonth> find(Collection<String> ids) {
        return months.find(in("_id", ids)).limit(AT_ONCE).into(new ArrayList<>());
    }

    /** Writes lines, whatever stood there before. @param fresh whether nothing is expected to stand there */
    void write(List<AssessedMonth> lines, boolean fresh) {
        List<AssessedMonth> standing = fresh ? MissingDocuments.insert(months, lines) : lines;
        if (!standing.isEmpty()) {
            months.bulkWrite(
                    standing.stream()
                            .map(line -> new ReplaceOneModel<>(eq("_id", line.id()), line, UPSERT))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }
}
