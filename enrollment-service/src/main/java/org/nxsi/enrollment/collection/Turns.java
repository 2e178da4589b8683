package org.nxsi.enrollment.collection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** Whose turn it is to do what one instance does for all. Two at once would do no harm, only the same work twice. */
@Repository
class Turns {

    /** Much longer than the longest step; whoever died in it leaves its turn to others after that. */
    private static final Duration TURN = Duration.ofSeconds(60);

    private final MongoCollection<Document> turns;

    Turns(MongoDatabase database) {
        this.turns = database.getCollection("collection_turns");
    }

    /** @return whether it is this worker's turn, from now on for a minute */
    boolean take(String work, String worker) {
        if (renew(work, worker)) {
            return true;
        }
        MissingDocuments.insert(
                turns,
                List.of(new Document("_id", work).append("until", new Date(0)).append("by", "")));
        return renew(work, worker);
    }

    private boolean renew(String work, String worker) {
        Instant now = Instant.now();
        return turns.updateOne(
                                and(eq("_id", work), or(eq("by", worker), lt("until", Date.from(now)))),
                                combine(set("by", worker), set("until", Date.from(now.plus(TURN)))))
                        .getMatchedCount()
                == 1;
    }

    void end(String work, String worker) {
        turns.updateOne(and(eq("_id", work), eq("by", worker)), set("until", new Date(0)));
    }
}
