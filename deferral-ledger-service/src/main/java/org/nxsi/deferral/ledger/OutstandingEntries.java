package org.nxsi.deferral.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Repository;

/** What would have the deadline if a period were lifted: neither withdrawn nor made up in time. */
@Repository
public class OutstandingEntries {

    private final Entries entries;

    OutstandingEntries(Entries entries) {
        this.entries = entries;
    }

    /**
     * The entries of one area and kind.
     *
     * @param amountUnknown how many of them have no known amount; those are not in {@code amount} and {@code left}
     * @param left what is not made up of the amount
     */
    public record Outstanding(String area, Kind kind, long entries, long amountUnknown, Fen amount, Fen left) {

        private static Outstanding none(String area, Kind kind) {
            return new Outstanding(area, kind, 0, 0, Fen.ZERO, Fen.ZERO);
        }

        private Outstanding unknown(long number) {
            return new Outstanding(area, kind, entries + number, amountUnknown + number, amount, left);
        }

        private Outstanding known(long number, Fen sum, Fen madeUp) {
            return new Outstanding(
                    area, kind, entries + number, amountUnknown, amount.plus(sum), left.plus(sum.minus(madeUp)));
        }
    }

    /** By area and kind, in the order of these. */
    public List<Outstanding> of(String period, AreaCode area) {
        Map<String, Outstanding> parts = new TreeMap<>();
        for (Document group : groups(period, area, true)) {
            Fen amount = Fen.of(Sums.number(group, "amount"));
            Fen madeUp = Fen.of(Sums.number(group, "madeUp"));
            parts.put(key(group), part(parts, group).known(Sums.number(group, "entries"), amount, madeUp));
        }
        for (Document group : groups(period, area, false)) {
            parts.put(key(group), part(parts, group).unknown(Sums.number(group, "entries")));
        }
        return List.copyOf(parts.values());
    }

    private List<Document> groups(String period, AreaCode area, boolean amountKnown) {
        Bson wanted = new Entries.Wanted(area, null, null, null, period, null, null).filter();
        Bson outstanding = or(
                in("state", State.OPEN, State.PARTLY_MADE_UP, State.EXPIRED, State.REOPENED),
                and(eq("state", State.MADE_UP), eq("inTime", false)));
        return entries.collection()
                .aggregate(
                        List.of(
                                Aggregates.match(and(wanted, outstanding, exists("amount", amountKnown))),
                                Aggregates.group(
                                        new Document("area", "$area").append("kind", "$kind"),
                                        Accumulators.sum("entries", 1L),
                                        Accumulators.sum("amount", "$amount"),
                                        Accumulators.sum("madeUp", "$madeUp"))),
                        Document.class)
                .into(new ArrayList<>());
    }

    private static Outstanding part(Map<String, Outstanding> parts, Document group) {
        Document id = group.get("_id", Document.class);
        return parts.getOrDefault(
                key(group), Outstanding.none(id.getString("area"), Kind.valueOf(id.getString("kind"))));
    }

    private static String key(Document group) {
        Document id = group.get("_id", Document.class);
        return id.getString("area") + "|" + Kind.valueOf(id.getString("kind")).ordinal();
    }
}
