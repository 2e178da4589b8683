package org.nxsi.pension.emergency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The certifications that were put off, one document each; whoever comes first notices it, and makes it up, for ever. */
@Repository
class PutOffs {

    private static final int BULK = 1_000;

    private final MongoCollection<PutOff> putOffs;

    PutOffs(MongoDatabase database) {
        this.putOffs = database.getCollection("certifications_put_off", PutOff.class);
        putOffs.createIndex(Indexes.ascending("beneficiary"));
    }

    /** Notes those that nobody has noticed yet. @return all that the same noticer has noticed, now or before, by id */
    List<PutOff> note(List<PutOff> noticed, String by) {
        List<String> known = MissingDocuments.insert(putOffs, noticed).stream()
                .map(PutOff::id)
                .toList();
        Set<String> stood = new HashSet<>(known);
        List<PutOff> own = new ArrayList<>(
                noticed.stream().filter(each -> !stood.contains(each.id())).toList());
        for (int from = 0; from < known.size(); from += BULK) {
            putOffs.find(and(in("_id", known.subList(from, Math.min(known.size(), from + BULK))), eq("noticedBy", by)))
                    .into(own);
        }
        own.sort(Comparator.comparing(PutOff::id));
        return own;
    }

    /**
     * Notes as made up what the certifications renew.
     *
     * @param certifiedUntil last day of the certification now, by beneficiary; at most some thousands
     * @return all that the same source has made up, now or before, by id
     */
    List<PutOff> makeUp(Map<String, LocalDate> certifiedUntil, String by, LocalDate on) {
        List<WriteModel<PutOff>> writes = new ArrayList<>();
        List<String> renewed = new ArrayList<>();
        for (PutOff each : putOffs.find(in("beneficiary", certifiedUntil.keySet()))) {
            @Nullable LocalDate until = certifiedUntil.get(each.beneficiary());
            if (until != null && each.isRenewedBy(until)) {
                renewed.add(each.id());
                if (each.madeUpBy() == null) {
                    writes.add(new UpdateOneModel<>(
                            and(eq("_id", each.id()), exists("madeUpBy", false)),
                            combine(set("madeUpBy", by), set("madeUpOn", on))));
                }
            }
        }
        if (!writes.isEmpty()) {
            putOffs.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        return renewed.isEmpty()
                ? List.of()
                : putOffs.find(and(in("_id", renewed), eq("madeUpBy", by)))
                        .sort(Sorts.ascending("_id"))
                        .into(new ArrayList<>());
    }
}
