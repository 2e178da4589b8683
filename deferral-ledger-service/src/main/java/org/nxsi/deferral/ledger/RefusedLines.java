package org.nxsi.deferral.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The lines that wait for people. */
@Repository
class RefusedLines {

    private static final Bson WAITING = exists("takenBy", false);

    private final MongoCollection<RefusedLine> lines;

    RefusedLines(MongoDatabase database) {
        this.lines = database.getCollection("deferral_refused_lines", RefusedLine.class);
    }

    /** Those that are listed already stay as they are. */
    void list(List<RefusedLine> refused) {
        MissingDocuments.insert(lines, refused);
    }

    @Nullable
    RefusedLine byId(String id) {
        return lines.find(eq("_id", id)).first();
    }

    /** Those that nobody has had taken, in the order of their ids. */
    List<RefusedLine> waiting(@Nullable String after, int limit) {
        return lines.find(after == null ? WAITING : and(gt("_id", after), WAITING))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    void taken(RefusedLine line, String by) {
        lines.updateOne(and(eq("_id", line.id()), WAITING), Updates.set("takenBy", by));
    }
}
