package org.nxsi.enrollment.collection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells of money that arrived, or went away, in events of at most 1,000 dues. A due has its news in the very write that
 * makes them, and loses them only once an event about it is kept: so none is lost, whoever is killed in between; one may be
 * told twice. Of two lines about a due, that of the higher version is the newer.
 */
@Component
class Announcing {

    static final String PAID = "enrollment.contribution-paid";

    private static final int AT_ONCE = 1_000;

    private final Dues dues;
    private final PostingToDues posting;
    private final MongoCollection<Document> announcements;
    private final OutboxRelay relay;
    private final JsonMapper json;

    Announcing(Dues dues, PostingToDues posting, MongoDatabase database, OutboxRelay relay, JsonMapper json) {
        this.dues = dues;
        this.posting = posting;
        this.announcements = database.getCollection("due_announcements");
        this.relay = relay;
        this.json = json;
        relay.watch(announcements);
    }

    private record Line(
            String due,
            String payer,
            String scheme,
            String month,
            String area,
            DueState state,
            @Nullable String assessed,
            String received,
            String arrived,
            String suspense,
            String lateFees,
            @Nullable LocalDate fullOn,
            long version) {

        static Line of(Due due) {
            Fen assessed = due.assessed();
            return new Line(
                    due.id(),
                    due.payer().toString(),
                    due.scheme().code(),
                    due.month().toString(),
                    due.area().code(),
                    due.state(),
                    assessed == null ? null : assessed.toString(),
                    due.received().toString(),
                    due.arrived().toString(),
                    due.suspense().toString(),
                    due.arrival().lateFees().toString(),
                    due.fullOn(),
                    due.version());
        }
    }

    private record ContributionPaid(List<Line> dues) {}

    /** One event, of as many dues as have news. @return false if none has */
    boolean announceSome() {
        List<Due> some = dues.withNews(AT_ONCE).stream()
                .sorted(Comparator.comparing(Due::id))
                .toList();
        if (some.isEmpty()) {
            return false;
        }
        tell(some);
        Map<String, Arrival> told = new HashMap<>();
        some.forEach(each -> told.put(each.id(), each.arrival()));
        posting.change(told.keySet(), due -> {
            Arrival arrival = told.get(due.id());
            return arrival == null ? due : due.announced(arrival);
        });
        return true;
    }

    private void tell(List<Due> some) {
        String id = digest(some);
        OutboxEvent event = new OutboxEvent(
                PAID + "/" + id,
                Topics.EVENTS,
                id,
                PAID,
                id,
                1,
                Instant.now(),
                json.writeValueAsString(
                        new ContributionPaid(some.stream().map(Line::of).toList())));
        Document told = new Document("_id", id).append("dues", some.size());
        MissingDocuments.insert(announcements, List.of(Outbox.withEvents(told, List.of(event))));
        relay.publish(announcements, id);
    }

    /** The same dues in the same state are one event. */
    private static String digest(List<Due> some) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            some.forEach(
                    each -> digest.update((each.id() + "@" + each.version() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
