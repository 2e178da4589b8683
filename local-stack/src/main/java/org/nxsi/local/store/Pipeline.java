package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Aggregations whose leading {@code $match} (and {@code $sort}, {@code $limit} right after it) becomes a search of its
 * own, so that indexes serve it. The stages then run as they are over what was found.
 */
final class Pipeline {

    private static final int COMMAND_NOT_SUPPORTED = 115;

    private Pipeline() {}

    static boolean startsWithSearch(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && (first.get("$match") instanceof Document || first.get("$sort") instanceof Document);
    }

    /** {@code $out} ends in a renamed collection, which this store does not do; {@code $merge} works. */
    static void refuseOut(Document command) {
        if (command.get("pipeline") instanceof List<?> stages
                && stages.stream().anyMatch(stage -> stage instanceof Document one && one.containsKey("$out"))) {
            throw new MongoServerError(COMMAND_NOT_SUPPORTED, "CommandNotSupported", "$out is not done here");
        }
    }

    static Document run(
            Document command,
            MongoCollection<?> collection,
            DatabaseResolver databases,
            MongoDatabase database,
            Oplog oplog) {
        List<Document> stages = Aggregation.parse(command.get("pipeline"));
        Aggregation aggregation = Aggregation.fromPipeline(stages, databases, database, collection, oplog);
        Document withoutBatchSize = new Document(command);
        withoutBatchSize.computeIfPresent("cursor", (name, options) -> new Document());
        aggregation.validate(withoutBatchSize);
        if (isCount(stages)) {
            return Commands.firstBatch(collection.getFullName(), count(stages, collection));
        }
        Iterable<Document> found = collection.handleQuery(search(stages));
        List<Document> result = aggregation.runStages(StreamSupport.stream(found.spliterator(), false));
        return Commands.firstBatch(collection.getFullName(), result);
    }

    /** What drivers send for countDocuments: one group of everything, with nothing but its number. */
    private static boolean isCount(List<Document> stages) {
        return stages.size() == 2
                && stages.getFirst().containsKey("$match")
                && stages.getLast().get("$group") instanceof Document group
                && group.size() == 2
                && group.get("_id") instanceof Integer
                && group.get("n") instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Integer one
                && one == 1;
    }

    private static List<Document> count(List<Document> stages, MongoCollection<?> collection) {
        int count = collection.count((Document) stages.getFirst().get("$match"), 0, 0);
        Document group = (Document) stages.getLast().get("$group");
        return count == 0 || group == null
                ? List.of()
                : List.of(new Document("_id", group.get("_id")).append("n", count));
    }

    private static QueryParameters search(List<Document> stages) {
        int next = 0;
        Document selector = new Document("$query", new Document());
        if (stage(stages, next, "$match") instanceof Document match) {
            selector.put("$query", match);
            next++;
        }
        int limit = 0;
        if (stage(stages, next, "$sort") instanceof Document sort) {
            selector.put("$orderby", sort);
            next++;
        }
        if (stage(stages, next, "$limit") instanceof Number number && number.longValue() <= Integer.MAX_VALUE) {
            limit = number.intValue();
        }
        return new QueryParameters(selector, 0, limit);
    }

    private static @Nullable Object stage(List<Document> stages, int position, String name) {
        return position < stages.size() ? stages.get(position).get(name) : null;
    }
}
