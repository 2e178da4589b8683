package org.nxsi.enrollment.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.person.IdentityProposal.Decision;
import org.nxsi.enrollment.person.IdentityProposal.State;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Repository;

/** The proposals, one document each. */
@Repository
class IdentityProposals {

    private final MongoCollection<IdentityProposal> proposals;

    IdentityProposals(MongoDatabase database) {
        this.proposals = database.getCollection("identity_proposals", IdentityProposal.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        proposals.createIndex(Indexes.ascending("state", "_id"));
    }

    @Nullable
    IdentityProposal byId(String id) {
        return proposals.find(eq("_id", id)).first();
    }

    /** A repetition of the command finds it there and changes nothing. */
    IdentityProposal add(IdentityProposal proposal) {
        try {
            proposals.insertOne(proposal);
            return proposal;
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
            return Objects.requireNonNull(byId(proposal.id()), proposal.id());
        }
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    List<IdentityProposal> page(AreaCode area, @Nullable State state, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(in("area", AreaCode.all().stream().filter(area::contains).toList()));
        if (state != null) {
            filters.add(eq("state", state));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return proposals
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those that were decided before and never carried out, some at a time. */
    List<IdentityProposal> leftBehind(Instant before, int limit) {
        return proposals
                .find(and(eq("state", State.APPROVED), lt("decision.at", Date.from(before))))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** @return false if it is not in that state any more */
    boolean move(IdentityProposal proposal, State from, State to, @Nullable Decision decision) {
        return proposals
                        .updateOne(
                                and(eq("_id", proposal.id()), eq("state", from)),
                                combine(
                                        set("state", to),
                                        decision == null ? unset("decision") : set("decision", decision)))
                        .getMatchedCount()
                == 1;
    }
}
