package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is: one document names the latest supplementary run. It says all that the run is made of, so that
 * whoever comes after a crash makes the run that was meant.
 */
@Component
class SupplementaryTurn {

    private static final String ID = "supplementary";

    private final MongoCollection<Turn> turns;

    SupplementaryTurn(MongoDatabase database) {
        this.turns = database.getCollection("run_turns", Turn.class);
    }

    /**
     * The latest supplementary run as it was meant.
     *
     * @param number grows by one with every run; 0 before the first
     * @param command the command that made it; its repetition gets the same run
     */
    public record Turn(
            @BsonId String id,
            long number,
            @Nullable String run,
            @Nullable Month month,
            @Nullable LocalDate cutOff,
            int slices,
            @Nullable String maker,
            @Nullable String command) {

        @Nullable
        Run meant() {
            return run == null || month == null || cutOff == null || maker == null
                    ? null
                    : Run.supplementary(run, month, cutOff, slices, maker);
        }
    }

    Turn latest() {
        Turn latest = turns.find(eq("_id", ID)).first();
        if (latest != null) {
            return latest;
        }
        Turn none = new Turn(ID, 0, null, null, null, 0, null, null);
        MissingDocuments.insert(turns, List.of(none));
        return none;
    }

    /** @return false if somebody else was quicker */
    boolean take(Turn seen, Run meant, String command) {
        return turns.updateOne(
                                and(eq("_id", ID), eq("number", seen.number())),
                                Updates.combine(
                                        Updates.set("number", seen.number() + 1),
                                        Updates.set("run", meant.id()),
                                        Updates.set("month", meant.month()),
                                        Updates.set("cutOff", meant.cutOff()),
                                        Updates.set("slices", meant.slices()),
                                        Updates.set("maker", meant.maker()),
                                        Updates.set("command", command)))
                        .getMatchedCount()
                == 1;
    }
}
