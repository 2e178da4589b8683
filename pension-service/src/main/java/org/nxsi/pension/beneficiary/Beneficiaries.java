package org.nxsi.pension.beneficiary;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored beneficiaries, found by their id alone: there is no other index. */
@Component
public class Beneficiaries {

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

    public MongoCollection<Beneficiary> collection() {
        return collection;
    }
}
