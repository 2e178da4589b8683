package org.nxsi.enrollment.application;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.nxsi.platform.cases.CaseNumber;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Repository;

/** Case numbers: a serial per area and day. A number that nobody used in the end is a gap, and never comes again. */
@Repository
public class CaseNumbers {

    /** Two that begin a day at the same moment: the one who comes second finds the counter there. */
    private static final int ATTEMPTS = 3;

    private final MongoCollection<Document> serials;

    CaseNumbers(MongoDatabase database) {
        this.serials = database.getCollection("case_serials");
    }

    /**
     * A number that nobody has.
     *
     * @param area where the case is handled
     * @param on day of submission
     * @throws IllegalArgumentException if the day's 999,999 numbers are used up
     */
    public CaseNumber next(AreaCode area, LocalDate on) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new CaseNumber(area, on, serial(area, on));
            } catch (MongoWriteException | MongoCommandException met) {
                if (attempt == ATTEMPTS || !isDuplicate(met)) {
                    throw met;
                }
            }
        }
    }

    private int serial(AreaCode area, LocalDate on) {
        Document counted = serials.findOneAndUpdate(
                eq("_id", area + "|" + on),
                inc("serial", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counted).getInteger("serial");
    }

    private static boolean isDuplicate(MongoException failed) {
        return ErrorCategory.fromErrorCode(failed.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
