package org.nxsi.pension.beneficiary;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes beneficiaries what a source says they are: one read and one write for many. Each beneficiary remembers which
 * entry wrote it last, so that a repetition finds its own work and gives the same answer.
 */
@Component
public class BeneficiaryIntake {

    private static final int ATTEMPTS = 20;

    private final MongoCollection<BsonDocument> collection;

    BeneficiaryIntake(Beneficiaries beneficiaries) {
        this.collection = beneficiaries.collection().withDocumentClass(BsonDocument.class);
    }

    /**
     * One beneficiary as a source has it.
     *
     * @param source names the entry for ever, such as {@code <import>|<row>}
     * @param wanted how it should be; status and version count for new ones alone
     */
    public record Entry(String source, Beneficiary wanted) {}

    /** What an entry did. */
    public enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * What became of an entry.
     *
     * @param version the beneficiary's version now
     */
    public record Taken(Beneficiary wanted, Effect effect, long version) {}

    /**
     * Takes the entries in, no two of them for the same beneficiary.
     *
     * @throws MongoException if the store fails; to be repeated
     */
    public List<Taken> take(List<Entry> entries) {
        List<Wanted> wanted = entries.stream()
                .map(entry -> Wanted.of(entry, collection.getCodecRegistry()))
                .toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, BsonDocument> known = known(wanted);
            List<WriteModel<BsonDocument>> writes = new ArrayList<>();
            List<Taken> taken = new ArrayList<>(wanted.size());
            for (Wanted each : wanted) {
                taken.add(each.compare(known.get(each.id()), writes));
            }
            if (writes.isEmpty() || all(writes)) {
                return taken;
            }
        }
        throw new MongoException("beneficiaries keep changing under a roster; to be tried again");
    }

    private Map<String, BsonDocument> known(List<Wanted> wanted) {
        Map<String, BsonDocument> known = new HashMap<>();
        List<String> ids = wanted.stream().map(Wanted::id).toList();
        for (BsonDocument document : collection.find(Filters.in("_id", ids))) {
            BsonValue id = document.getString("_id");
            known.put(id.asString().getValue(), document);
        }
        return known;
    }

    /** @return false if another was quicker with some: then all is looked at again */
    private boolean all(List<WriteModel<BsonDocument>> writes) {
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException partly) {
            @Nullable Object concern = partly.getWriteConcernError();
            boolean onlyDuplicates = partly.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (concern != null || !onlyDuplicates) {
                throw partly;
            }
            return false;
        }
    }
}
