package org.nxsi.pension.beneficiary;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored beneficiaries, found by their id alone: there is no other index. */
@Component
public class Beneficiaries {

    /** Which correction gave the account, and when it was approved: fields beside the record's own. */
    private static final String CORRECTED_BY = "accountCorrectedBy";

    private static final String CORRECTED_AT = "accountCorrectedAt";

    private final MongoCollection<Beneficiary> collection;

    Beneficiaries(MongoDatabase database) {
        this.collection = database.getCollection("beneficiaries", Beneficiary.class);
    }

    public long count() {
        return collection.countDocuments();
    }

    /**
     * One range of ids in their order. The caller cuts the ranges; a range holds some thousands.
     *
     * @param fromId first id, included
     * @param beforeId first id that is no longer meant; null for the end
     */
    public List<Beneficiary> range(String fromId, @Nullable String beforeId) {
        Bson from = Filters.gte("_id", fromId);
        Bson range = beforeId == null ? from : Filters.and(from, Filters.lt("_id", beforeId));
        return collection.find(range).sort(Sorts.ascending("_id")).into(new ArrayList<>());
    }

    public @Nullable Beneficiary byId(String id) {
        return collection.find(Filters.eq("_id", id)).first();
    }

    /** All benefits of one person, at most one per scheme. */
    public List<Beneficiary> ofPayee(String payee) {
        List<String> possible = Arrays.stream(Scheme.values())
                .map(scheme -> Beneficiary.idOf(payee, scheme))
                .toList();
        return collection
                .find(Filters.in("_id", possible))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Areas of beneficiaries by id; who is not there is not in it. */
    public Map<String, String> areasOf(Collection<String> ids) {
        Map<String, String> areas = new HashMap<>();
        collection
                .withDocumentClass(Document.class)
                .find(Filters.in("_id", ids))
                .projection(Projections.include("area"))
                .forEach(each -> areas.put(each.getString("_id"), each.getString("area")));
        return areas;
    }

    /**
     * An approved correction of an account.
     *
     * @param beneficiary id
     * @param correction what it comes from
     * @param approvedAt of several corrections the latest stands
     */
    public record AccountChange(String beneficiary, PayeeAccount account, String correction, Instant approvedAt) {}

    /** The beneficiary, unless this or a later correction has changed it already. */
    public @Nullable Beneficiary unlessCorrectedSince(AccountChange change) {
        return collection
                .find(Filters.and(Filters.eq("_id", change.beneficiary()), notCorrectedSince(change)))
                .first();
    }

    /** @return false if the beneficiary has changed since it was seen */
    public boolean correct(Beneficiary seen, AccountChange change) {
        return collection
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", seen.id()),
                                        Filters.eq("version", seen.version()),
                                        notCorrectedSince(change)),
                                Updates.combine(
                                        Updates.set("account", change.account()),
                                        Updates.set("version", seen.version() + 1),
                                        Updates.set(CORRECTED_BY, change.correction()),
                                        Updates.set(CORRECTED_AT, change.approvedAt())))
                        .getMatchedCount()
                == 1;
    }

    private static Bson notCorrectedSince(AccountChange change) {
        return Filters.or(Filters.exists(CORRECTED_AT, false), Filters.lt(CORRECTED_AT, change.approvedAt()));
    }

    public MongoCollection<Beneficiary> collection() {
        return collection;
    }
}
