package org.nxsi.enrollment.lateness;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.putoff.PutOffEvents;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Repository;

/**
 * One document per batch of what the ledger is told, with its events. It remembers which due each make-up is of, by the
 * number of its line: so the ledger names them when people make them void.
 */
@Repository
class LedgerTellings {

    private final MongoCollection<Document> batches;
    private final ToldLines lines;
    private final OutboxRelay relay;

    LedgerTellings(MongoDatabase database, ToldLines lines, OutboxRelay relay) {
        this.batches = database.getCollection("ledger_tellings").withCodecRegistry(EnrollmentCodecs.registry());
        this.lines = lines;
        this.relay = relay;
        relay.watch(batches);
    }

    /** A make-up that the ledger was told. */
    record Told(String due, Fen amount) {}

    /** Makes a batch of what its dues are to tell, unless it is made. @return the dues that are in it */
    Set<String> make(String batch, List<Due> some) {
        ToldLines.Lines made = lines.of(some);
        Document document = new Document("_id", batch)
                .append("dues", List.copyOf(made.dues()))
                .append(
                        "makeUps",
                        made.told().stream()
                                .map(each -> new Document("due", each.due()).append("amount", each.amount()))
                                .toList());
        try {
            batches.insertOne(Outbox.withEvents(document, lines.events(batch, made)));
            return made.dues();
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
        Document stored = Objects.requireNonNull(batches.find(eq("_id", batch)).first(), batch);
        return new HashSet<>(stored.getList("dues", String.class));
    }

    void publish(String batch) {
        relay.publish(batches, batch);
    }

    /**
     * The make-up that the ledger calls by this name; null if it is none of ours.
     *
     * @param posting {@code <event>#<line>}
     */
    @Nullable
    Told told(String posting) {
        String start = PutOffEvents.MADE_UP + "/";
        int hash = posting.lastIndexOf('#');
        if (!posting.startsWith(start) || hash < start.length()) {
            return null;
        }
        Document batch =
                batches.find(eq("_id", posting.substring(start.length(), hash))).first();
        if (batch == null) {
            return null;
        }
        List<Document> makeUps = batch.getList("makeUps", Document.class);
        int line = number(posting.substring(hash + 1));
        if (line < 0 || line >= makeUps.size()) {
            return null;
        }
        Document makeUp = makeUps.get(line);
        return new Told(makeUp.getString("due"), new Fen(makeUp.getLong("amount")));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
