package org.nxsi.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pending events from documents to Kafka: right after the write, or by the sweep after a crash. One relay at a
 * time holds the lease of a document and sends its events in order; each is removed by its id once the brokers have it.
 * A crash in between repeats events and loses none.
 */
public final class OutboxRelay {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** Much longer than all sends of one turn may take, see {@link EventSender}: nobody else sends meanwhile. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** A document whose event could not be sent waits so long and leaves the turn to others. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int TURNS = 5;
    private static final int DOCUMENTS_AT_ONCE = 200;

    private final EventSender sender;
    private final List<MongoCollection<Document>> collections = new CopyOnWriteArrayList<>();

    OutboxRelay(EventSender sender) {
        this.sender = sender;
    }

    /** To be called once for each collection whose documents have an outbox; makes the sweep look there. */
    public void watch(MongoCollection<?> collection) {
        MongoCollection<Document> documents = collection.withDocumentClass(Document.class);
        documents.createIndex(Indexes.ascending(Outbox.SINCE), new IndexOptions().sparse(true));
        collections.add(documents);
    }

    /** Right after a write. Never throws: what cannot be sent now is sent by the sweep. */
    public void publish(MongoCollection<?> collection, Object id) {
        publish(collection, List.of(id));
    }

    /** Right after a bulk write, {@value #DOCUMENTS_AT_ONCE} documents at a time. */
    public void publish(MongoCollection<?> collection, Collection<?> ids) {
        List<?> all = List.copyOf(ids);
        MongoCollection<Document> documents = collection.withDocumentClass(Document.class);
        try {
            for (int from = 0; from < all.size(); from += DOCUMENTS_AT_ONCE) {
                List<?> some = all.subList(from, Math.min(all.size(), from + DOCUMENTS_AT_ONCE));
                boolean more = true;
                for (int turn = 0; more && turn < TURNS; turn++) {
                    more = relay(documents, some);
                }
            }
        } catch (RuntimeException failed) {
            log.warn("events of {} wait for the sweep: {}", collection.getNamespace(), failed.toString());
        }
    }

    /** Picks up what a crash left behind. */
    void sweep() {
        for (MongoCollection<Document> documents : collections) {
            try {
                sweep(documents);
            } catch (MongoException failed) {
                log.warn("cannot sweep {}: {}", documents.getNamespace(), failed.toString());
            }
        }
    }

    private void sweep(MongoCollection<Document> documents) {
        Instant now = Instant.now();
        List<Object> waiting = documents
                .find(and(lt(Outbox.SINCE, Date.from(now.minus(GRACE))), unleased(Date.from(now))))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending(Outbox.SINCE))
                .limit(DOCUMENTS_AT_ONCE)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
        if (!waiting.isEmpty()) {
            relay(documents, waiting);
        }
    }

    /** Age of the oldest event that waits, in seconds; 0 when none does. An alarm rings above 60. */
    double oldest_s() {
        return collections.stream().mapToDouble(OutboxRelay::oldest_s).max().orElse(0);
    }

    private static double oldest_s(MongoCollection<Document> documents) {
        @Nullable
        Document first = documents
                .find(exists(Outbox.SINCE))
                .projection(Projections.include(Outbox.SINCE))
                .sort(Sorts.ascending(Outbox.SINCE))
                .limit(1)
                .first();
        return first == null
                ? 0
                : (System.currentTimeMillis() - first.getDate(Outbox.SINCE).getTime()) / 1000.0;
    }

    /**
     * What waits in one collection.
     *
     * @param documents how many have events that nobody has sent yet
     * @param oldest_s age of the oldest of them, seconds; 0 when none waits
     */
    public record Waiting(String collection, long documents, double oldest_s) {}

    /** What waits in each collection whose documents have an outbox. */
    public List<Waiting> waiting() {
        return collections.stream()
                .map(each -> new Waiting(
                        each.getNamespace().getCollectionName(),
                        each.countDocuments(exists(Outbox.SINCE)),
                        oldest_s(each)))
                .toList();
    }

    /** @return whether more has come meanwhile that can be sent at once */
    private boolean relay(MongoCollection<Document> documents, List<?> ids) {
        String lease = UUID.randomUUID().toString();
        Date now = new Date();
        documents.updateMany(
                and(in("_id", ids), exists(Outbox.SINCE), unleased(now)),
                Updates.combine(
                        Updates.set(Outbox.LEASED_BY, lease),
                        Updates.set(
                                Outbox.LEASED_UNTIL, Date.from(now.toInstant().plus(LEASE)))));
        List<Document> leased = documents
                .find(and(in("_id", ids), eq(Outbox.LEASED_BY, lease)))
                .projection(Projections.include(Outbox.EVENTS))
                .into(new ArrayList<>());
        if (leased.isEmpty()) {
            return false;
        }
        List<List<OutboxEvent>> events = leased.stream()
                .map(document -> document.getList(Outbox.EVENTS, Document.class, List.of()).stream()
                        .map(Outbox::event)
                        .toList())
                .toList();
        int[] safe = sender.send(events);
        return settle(documents, leased, events, safe, lease);
    }

    private static boolean settle(
            MongoCollection<Document> documents,
            List<Document> leased,
            List<List<OutboxEvent>> events,
            int[] safe,
            String lease) {
        List<WriteModel<Document>> removals = new ArrayList<>(leased.size());
        List<Object> emptied = new ArrayList<>(leased.size());
        for (int i = 0; i < safe.length; i++) {
            Object id = leased.get(i).get("_id");
            boolean all = safe[i] == events.get(i).size();
            List<String> sent =
                    events.get(i).stream().limit(safe[i]).map(OutboxEvent::id).toList();
            removals.add(new UpdateOneModel<>(
                    and(eq("_id", id), eq(Outbox.LEASED_BY, lease)),
                    Updates.combine(
                            Updates.pull(Outbox.EVENTS, in("id", sent)),
                            Updates.unset(Outbox.LEASED_BY),
                            all
                                    ? Updates.unset(Outbox.LEASED_UNTIL)
                                    : Updates.set(
                                            Outbox.LEASED_UNTIL,
                                            Date.from(Instant.now().plus(REST))))));
            if (all) {
                emptied.add(id);
            }
        }
        documents.bulkWrite(removals, new BulkWriteOptions().ordered(false));
        long done = documents
                .updateMany(and(in("_id", emptied), size(Outbox.EVENTS, 0)), Updates.unset(Outbox.SINCE))
                .getModifiedCount();
        if (emptied.size() < leased.size()) {
            log.warn("{} documents of {} wait for the sweep", leased.size() - emptied.size(), documents.getNamespace());
        }
        return done < emptied.size();
    }

    private static Bson unleased(Date now) {
        return or(exists(Outbox.LEASED_UNTIL, false), lt(Outbox.LEASED_UNTIL, now));
    }
}
