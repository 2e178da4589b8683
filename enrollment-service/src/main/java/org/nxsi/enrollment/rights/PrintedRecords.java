package org.nxsi.enrollment.rights;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.springframework.stereotype.Repository;

/** The printed records, one document each. */
@Repository
class PrintedRecords {

    private final MongoCollection<PrintedRecord> records;

    PrintedRecords(MongoDatabase database) {
        this.records = database.getCollection("printed_records", PrintedRecord.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        records.createIndex(Indexes.ascending("holder", "issuedOn"));
    }

    Optional<PrintedRecord> find(String number) {
        return Optional.ofNullable(records.find(eq("_id", number)).first());
    }

    /** The one that stands under the number already; null if this one stands there now. */
    @Nullable
    PrintedRecord add(PrintedRecord record) {
        try {
            records.insertOne(record);
            return null;
        } catch (MongoWriteException met) {
            if (met.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw met;
            }
            return find(record.number()).orElseThrow(() -> met);
        }
    }

    /** How many a holder has printed on a day, counted up to the limit. */
    long countOf(String holder, LocalDate on, int limit) {
        return records.countDocuments(
                and(eq("holder", holder), eq("issuedOn", on.toString())), new CountOptions().limit(limit));
    }
}
