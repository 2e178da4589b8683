package org.nxsi.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;

/** Bulk inserts by natural key: what is there already stays as it is. */
public final class MissingDocuments {

    private static final int BULK = 1_000;

    private MissingDocuments() {}

    /**
     * Inserts those whose {@code _id} is not there yet, in bulks of {@value #BULK}.
     *
     * @return those that stood there before
     * @throws MongoBulkWriteException for any trouble but duplicates
     */
    public static <T> List<T> insert(MongoCollection<T> collection, List<T> wanted) {
        List<T> existed = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += BULK) {
            List<T> bulk = wanted.subList(from, Math.min(wanted.size(), from + BULK));
            try {
                collection.insertMany(bulk, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException partly) {
                if (partly.getWriteConcernError() != null) {
                    throw partly;
                }
                for (BulkWriteError error : partly.getWriteErrors()) {
                    if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                        throw partly;
                    }
                    existed.add(bulk.get(error.getIndex()));
                }
            }
        }
        return existed;
    }
}
