package org.nxsi.enrollment.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.reconciliation.Difference.Reason;
import org.nxsi.enrollment.reconciliation.Difference.State;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Repository;

/** What statements and notices do not agree in. */
@Repository
class Differences {

    private static final int BULK = 1_000;

    private final MongoCollection<Difference> differences;

    Differences(MongoDatabase database) {
        this.differences = database.getCollection("collector_differences", Difference.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        differences.createIndex(Indexes.ascending("state", "area", "_id"));
    }

    /**
     * What a matching of a day has found replaces what an earlier one found: new ones are open, those not found any more are
     * settled, and what two people have resolved stays so while it is found unchanged.
     *
     * @return how many are open
     */
    int found(String day, Map<String, Difference> now) {
        List<WriteModel<Difference>> writes = new ArrayList<>();
        int open = now.size();
        Set<String> known = new HashSet<>();
        for (Difference each : ofDay(day)) {
            known.add(each.id());
            Difference again = now.get(each.id());
            if (again == null) {
                if (each.state() == State.OPEN) {
                    writes.add(new UpdateOneModel<>(
                            eq("_id", each.id()), combine(set("state", State.SETTLED), unset("proposal"))));
                }
            } else if (each.state() == State.RESOLVED && each.findsTheSameAs(again)) {
                open--;
            } else if (each.state() != State.OPEN || !each.findsTheSameAs(again)) {
                writes.add(replace(again));
            }
        }
        now.values().stream().filter(each -> !known.contains(each.id())).forEach(each -> writes.add(replace(each)));
        for (int from = 0; from < writes.size(); from += BULK) {
            differences.bulkWrite(
                    writes.subList(from, Math.min(writes.size(), from + BULK)), new BulkWriteOptions().ordered(false));
        }
        return open;
    }

    @Nullable
    Difference find(String id) {
        return differences.find(eq("_id", id)).first();
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    List<Difference> list(AreaCode area, State state, @Nullable String day, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(
                eq("state", state),
                in("area", AreaCode.all().stream().filter(area::contains).toList())));
        if (after != null) {
            filters.add(gt("_id", after));
        }
        if (day != null) {
            filters.add(gte("_id", day + "|"));
            filters.add(lt("_id", day + "|~"));
        }
        return differences
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** @return false if it is not open, or another reason waits */
    boolean propose(String id, Reason reason) {
        return differences
                        .updateOne(
                                and(eq("_id", id), eq("state", State.OPEN), exists("proposal", false)),
                                set("proposal", reason))
                        .getModifiedCount()
                == 1;
    }

    /** @return false if that reason does not wait any more, or the same person gave it */
    boolean confirm(Difference proposed, Reason confirmed) {
        return differences
                        .updateOne(
                                and(
                                        eq("_id", proposed.id()),
                                        eq("state", State.OPEN),
                                        eq("proposal.by", confirmed.by()),
                                        eq("proposal.text", confirmed.text()),
                                        ne("proposal.by", confirmed.confirmedBy())),
                                combine(set("state", State.RESOLVED), set("resolution", confirmed), unset("proposal")))
                        .getModifiedCount()
                == 1;
    }

    /** @return false if none waits */
    boolean reject(String id) {
        return differences
                        .updateOne(and(eq("_id", id), exists("proposal")), unset("proposal"))
                        .getModifiedCount()
                == 1;
    }

    private List<Difference> ofDay(String day) {
        return differences
                .find(and(gte("_id", day + "|"), lt("_id", day + "|~")))
                .into(new ArrayList<>());
    }

    private static WriteModel<Difference> replace(Difference found) {
        return new ReplaceOneModel<>(eq("_id", found.id()), found, new ReplaceOptions().upsert(true));
    }
}
