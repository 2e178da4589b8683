package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the server's answers differ from MongoDB's in ways that a driver or a retry would trip over. */
final class Commands {

    /** MongoDB's own first batch, when the client names none. */
    private static final int FIRST_BATCH = 101;

    private Commands() {}

    static Document withBatchSize(Document find) {
        Document result = new Document(find);
        if (!(find.get("batchSize") instanceof Number size) || size.intValue() <= 0) {
            result.put("batchSize", FIRST_BATCH);
        }
        return result;
    }

    /** Counts only what was inserted; an insert is ordered unless it says otherwise. */
    static Document insert(Document command, UnaryOperator<Document> run) {
        Document reply = run.apply(orderedByDefault(command));
        if (reply.get("writeErrors") instanceof List<?> errors
                && !errors.isEmpty()
                && command.get("documents") instanceof List<?> documents) {
            boolean ordered = isOrdered(command);
            Object firstFailed = ((Document) errors.getFirst()).get("index");
            reply.put("n", ordered ? firstFailed : documents.size() - errors.size());
        }
        return reply;
    }

    /** An ordered update stops at its first error. */
    static Document update(Document command, UnaryOperator<Document> run) {
        List<?> updates = (List<?>) Objects.requireNonNull(command.get("updates"));
        if (!isOrdered(command) || updates.size() == 1) {
            return run.apply(command);
        }
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document part = new Document(command);
            part.put("updates", List.of(updates.get(i)));
            Document reply = run.apply(part);
            matched += number(reply, "n");
            modified += number(reply, "nModified");
            collect(reply, "upserted", i, upserted);
            collect(reply, "writeErrors", i, errors);
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }

    /** Which index a find would use, in MongoDB's words as far as they go. */
    static Document explain(@Nullable StoreCollection collection, Document find) {
        Document stage = new Document("stage", "EOF");
        if (collection != null) {
            Document filter = find.get("filter") instanceof Document given ? given : new Document();
            Document sort = find.get("sort") instanceof Document given ? given : null;
            boolean limited = find.get("limit") instanceof Number limit && limit.intValue() > 0;
            Plan plan = collection.plan(filter, SortOrder.of(sort), limited);
            boolean everything = plan.ranges().equals(List.of(Range.ALL))
                    && plan.index().leading().isEmpty();
            stage = new Document("stage", everything ? "COLLSCAN" : "IXSCAN")
                    .append("indexName", plan.index().name())
                    .append("ranges", plan.ranges().size())
                    .append("sorted", plan.sorted());
        }
        return new Document("queryPlanner", new Document("winningPlan", stage)).append("ok", 1.0);
    }

    static Document firstBatch(String namespace, List<Document> documents) {
        Document cursor = new Document("id", 0L).append("ns", namespace).append("firstBatch", documents);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    /** Whether a {@code dropIndexes} that names {@code which} (a name, names, keys or *) means this index. */
    static boolean names(@Nullable Object which, Index<Key> index) {
        if (index instanceof IdIndex) {
            return false;
        }
        return switch (which) {
            case null -> false;
            case String name -> name.equals("*") || name.equals(index.getName());
            case List<?> names -> names.contains(index.getName());
            case Document keys ->
                Objects.equals(KeyWriter.of(index.toIndexDescription().get("key")), KeyWriter.of(keys));
            default -> false;
        };
    }

    private static boolean isOrdered(Document command) {
        return !Boolean.FALSE.equals(command.get("ordered"));
    }

    private static Document orderedByDefault(Document command) {
        Document result = new Document(command);
        result.putIfAbsent("ordered", true);
        return result;
    }

    private static int number(Document reply, String field) {
        return reply.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static void collect(Document reply, String field, int index, List<Document> into) {
        if (reply.get(field) instanceof List<?> entries) {
            for (Object entry : entries) {
                Document moved = new Document((Document) entry);
                moved.put("index", index);
                into.add(moved);
            }
        }
    }
}
