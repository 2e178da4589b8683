package org.nxsi.pension.beneficiary;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/**
 * While a run reads the beneficiaries nobody imports a roster, and while a roster changes them no run reads: a run counts
 * them at its cut-off, and its slices must find as many. One document tells who is inside; who has come to an end, or
 * died, is inside no longer, whatever it tells.
 */
@Component
public class BeneficiaryGate {

    private static final String ID = "beneficiaries";
    private static final int ATTEMPTS = 50;

    private final MongoCollection<Inside> gate;
    private final Runs runs;
    private final Rosters rosters;

    BeneficiaryGate(MongoDatabase database, Runs runs, Rosters rosters) {
        this.gate = database.getCollection("beneficiary_gate", Inside.class);
        this.runs = runs;
        this.rosters = rosters;
    }

    /** Knows which runs read the beneficiaries. */
    @FunctionalInterface
    public interface Runs {
        boolean isReading(String run);
    }

    /** Knows which rosters change the beneficiaries, or are about to. */
    @FunctionalInterface
    public interface Rosters {
        boolean isChanging(String roster);
    }

    /** Who is inside. */
    public record Inside(
            @BsonId String id, long version, @Nullable String roster, List<String> runs) {}

    /**
     * Lets a roster in that stands as changing already.
     *
     * @return the run that is in the way; null if the roster is inside
     */
    public @Nullable String letIn(String roster) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Inside inside = inside();
            List<String> reading =
                    inside.runs().stream().filter(runs::isReading).toList();
            if (!reading.isEmpty()) {
                return reading.getFirst();
            }
            if (change(inside, roster, List.of())) {
                return null;
            }
        }
        throw busy();
    }

    /**
     * Lets a run in that stands as reading already.
     *
     * @return the roster that is in the way; null if the run is inside
     */
    public @Nullable String letRead(String run) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Inside inside = inside();
            if (inside.runs().contains(run)) {
                return null;
            }
            String roster = changing(inside);
            if (roster != null) {
                return roster;
            }
            List<String> reading = new ArrayList<>(
                    inside.runs().stream().filter(runs::isReading).toList());
            reading.add(run);
            if (change(inside, null, reading)) {
                return null;
            }
        }
        throw busy();
    }

    /** The roster that is changing the beneficiaries; null if none is. */
    public @Nullable String changing() {
        return changing(inside());
    }

    private @Nullable String changing(Inside inside) {
        String roster = inside.roster();
        return roster != null && rosters.isChanging(roster) ? roster : null;
    }

    private Inside inside() {
        Inside inside = gate.find(eq("_id", ID)).first();
        if (inside == null) {
            Inside nobody = new Inside(ID, 0, null, List.of());
            MissingDocuments.insert(gate, List.of(nobody));
            return nobody;
        }
        return inside;
    }

    private boolean change(Inside seen, @Nullable String roster, List<String> reading) {
        return gate.updateOne(
                                and(eq("_id", ID), eq("version", seen.version())),
                                combine(
                                        set("version", seen.version() + 1),
                                        set("roster", roster),
                                        set("runs", reading)))
                        .getMatchedCount()
                == 1;
    }

    private static MongoException busy() {
        return new MongoException("too many want to get at the beneficiaries; to be tried again");
    }
}
