package org.nxsi.deferral.postponement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/**
 * Which months of employers are under which arrangement. Whoever comes first has the month: it is claimed before an entry
 * is opened or a postponement approved. A crash leaves a claim too many, never one too few; what became of its holder
 * tells whether it still counts.
 */
@Repository
class Claims {

    private final MongoCollection<Claim> claims;
    private final HoldersOfClaims holders;

    Claims(MongoDatabase database, HoldersOfClaims holders) {
        this.claims = database.getCollection("arrangement_claims", Claim.class);
        this.holders = holders;
    }

    /**
     * Claims months for a holder each.
     *
     * @param months by holder; at most a thousand
     * @return by the same holders the claims in their way; a holder that is not in it has its month
     */
    Map<String, Claim> forDeferrals(Map<String, EmployerMonth> months) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Claim> wanted = new ArrayList<>();
        months.forEach((entry, month) -> wanted.add(new Claim(month.id(), Arrangement.DEFERRAL, entry, now)));
        Map<String, Claim> standing = claim(wanted);
        Map<String, Claim> inTheWay = new HashMap<>();
        for (Claim each : wanted) {
            Claim found = standing.get(each.id());
            if (found != null && found.arrangement() != Arrangement.DEFERRAL) {
                inTheWay.put(each.by(), found);
            }
        }
        return inTheWay;
    }

    /** @return the claims in its way, of whichever arrangement; empty if it has all its months */
    List<Claim> forPostponement(Postponement postponement) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Claim> wanted = postponement.employerMonths().stream()
                .map(each -> new Claim(each.id(), Arrangement.POSTPONEMENT, postponement.id(), now))
                .toList();
        return claim(wanted).values().stream()
                .filter(each -> !each.by().equals(postponement.id()))
                .toList();
    }

    /** Of a postponement that was not approved. */
    void release(Postponement postponement) {
        List<String> ids =
                postponement.employerMonths().stream().map(EmployerMonth::id).toList();
        claims.deleteMany(and(in("_id", ids), eq("by", postponement.id())));
    }

    /** @return of the wanted ones those that stood there before, as they stand now, by id */
    private Map<String, Claim> claim(List<Claim> wanted) {
        List<Claim> existed = MissingDocuments.insert(claims, wanted);
        if (existed.isEmpty()) {
            return Map.of();
        }
        Map<String, Claim> heirs = byId(existed);
        Collection<Claim> standing = standing(heirs);
        List<Claim> renewed = new ArrayList<>(holders.leftBehind(standing));
        standing.stream()
                .filter(each -> heirs.containsKey(each.id())
                        && each.by().equals(heirs.getOrDefault(each.id(), each).by()))
                .forEach(renewed::add);
        if (renewed.isEmpty()) {
            return byId(standing);
        }
        claims.bulkWrite(
                renewed.stream()
                        .map(each -> takeOver(each, heirs.getOrDefault(each.id(), each)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
        return byId(standing(heirs));
    }

    private Collection<Claim> standing(Map<String, Claim> wanted) {
        return claims.find(in("_id", wanted.keySet())).into(new ArrayList<>());
    }

    /** Only if it stands as it was seen. */
    private static UpdateOneModel<Claim> takeOver(Claim seen, Claim heir) {
        return new UpdateOneModel<>(
                and(eq("_id", seen.id()), eq("by", seen.by()), eq("at", seen.at())),
                combine(set("arrangement", heir.arrangement()), set("by", heir.by()), set("at", heir.at())));
    }

    private static Map<String, Claim> byId(Collection<Claim> some) {
        Map<String, Claim> byId = new HashMap<>();
        some.forEach(each -> byId.put(each.id(), each));
        return byId;
    }
}
