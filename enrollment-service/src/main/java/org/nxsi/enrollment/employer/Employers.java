package org.nxsi.enrollment.employer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.store.ValueCodec;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** The employers, one document each, as everybody may read them. */
@Repository
public class Employers {

    /** Their changes are read by those alone who ask for them. */
    private static final Bson AS_IT_STANDS =
            Projections.exclude("changes", "outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    private final MongoCollection<Employer> employers;

    Employers(MongoDatabase database) {
        this.employers = database.getCollection("employers", Employer.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new ValueCodec<>(UnitType.class, UnitType::code, UnitType::parse)),
                        EnrollmentCodecs.registry()));
        employers.createIndex(Indexes.ascending("area", "_id"));
    }

    public Optional<Employer> find(CreditCode code) {
        return Optional.ofNullable(
                employers.find(eq("_id", code)).projection(AS_IT_STANDS).first());
    }

    /** @throws ProblemException 404 {@code employer-not-registered} */
    public Employer require(CreditCode code) {
        return find(code)
                .orElseThrow(() -> Problem.notFound(
                                "employer-not-registered", "the bureau has no employer with this credit code")
                        .with("employer", code.value())
                        .exception());
    }

    /** The employers of an area and all areas in it, by code; {@code after} is the last one seen. */
    public List<Employer> ofArea(AreaCode area, @Nullable String after, int limit) {
        List<AreaCode> areas = AreaCode.all().stream().filter(area::contains).toList();
        Bson wanted = in("area", areas);
        return employers
                .find(after == null ? wanted : and(wanted, gt("_id", after)))
                .projection(AS_IT_STANDS)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** For whoever writes in this package: the same collection. */
    MongoCollection<Employer> collection() {
        return employers;
    }
}
