package org.nxsi.enrollment.collector;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** All notices of collectors, each as it was told. */
@Repository
public class PaymentNotices {

    private final MongoCollection<PaymentNotice> notices;

    PaymentNotices(MongoDatabase database) {
        this.notices = database.getCollection("payment_notices", PaymentNotice.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        notices.createIndex(Indexes.ascending("unposted"), new IndexOptions().sparse(true));
        notices.createIndex(Indexes.ascending("leftOver"), new IndexOptions().sparse(true));
        notices.createIndex(Indexes.ascending("takesBack"), new IndexOptions().sparse(true));
        notices.createIndex(Indexes.ascending("collector", "paidOn", "_id"));
    }

    /** What a collector told of a day, in the order of the notices' ids; {@code after} is the last one seen. */
    public List<PaymentNotice> ofDay(String collector, LocalDate paidOn, @Nullable String after, int limit) {
        Bson wanted = and(eq("collector", collector), eq("paidOn", paidOn));
        return notices.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those of the ids that are there. */
    List<PaymentNotice> find(Collection<String> ids) {
        return notices.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Those that take back one of these payments. */
    List<PaymentNotice> takingBack(Collection<String> ids) {
        return notices.find(in("takesBack", ids)).into(new ArrayList<>());
    }

    /** Keeps those that are not there yet. @return those that were */
    List<PaymentNotice> keep(List<PaymentNotice> wanted) {
        return MissingDocuments.insert(notices, wanted);
    }

    /** Kept some time ago, and no due knows of them yet. */
    List<PaymentNotice> unposted(Instant keptBefore, int limit) {
        return notices.find(and(eq("unposted", true), lt("receivedAt", keptBefore)))
                .limit(limit)
                .into(new ArrayList<>());
    }

    void posted(Collection<String> ids) {
        notices.updateMany(in("_id", ids), unset("unposted"));
    }

    /** Their dues have no room for them. */
    void leftOver(Collection<String> ids) {
        notices.updateMany(in("_id", ids), combine(unset("unposted"), set("leftOver", true)));
    }

    /** For people, in the order of their ids; {@code after} is the last one seen. */
    List<PaymentNotice> leftOver(Collection<AreaCode> areas, @Nullable String after, int limit) {
        Bson wanted = and(eq("leftOver", true), in("area", areas));
        return notices.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
