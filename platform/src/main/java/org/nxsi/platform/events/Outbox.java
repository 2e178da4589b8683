package org.nxsi.platform.events;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The outbox inside an aggregate's document: {@code outbox} holds at most {@value #CAPACITY} pending events,
 * {@code outboxSince} tells since when something waits. A change adds its events in the same update.
 */
public final class Outbox {

    /** More pending events than this, and the change is refused: the relay has fallen behind. */
    public static final int CAPACITY = 16;

    static final String EVENTS = "outbox";
    static final String SINCE = "outboxSince";
    static final String LEASED_BY = "outboxLeasedBy";
    static final String LEASED_UNTIL = "outboxLeasedUntil";

    private Outbox() {}

    /** To be added to the filter of every update that appends: no room, no match. */
    public static Bson hasRoomFor(int events) {
        requireFew(events);
        return Filters.exists(EVENTS + "." + (CAPACITY - events), false);
    }

    /** To be combined with the other updates of the change. */
    public static Bson append(List<OutboxEvent> events) {
        requireFew(events.size());
        return Updates.combine(
                Updates.pushEach(EVENTS, events.stream().map(Outbox::document).toList()),
                Updates.min(SINCE, new Date()));
    }

    public static Bson append(OutboxEvent event) {
        return append(List.of(event));
    }

    /** For a document that is born with its first events. */
    public static Document withEvents(Document newborn, List<OutboxEvent> events) {
        requireFew(events.size());
        return newborn.append(EVENTS, events.stream().map(Outbox::document).toList())
                .append(SINCE, new Date());
    }

    private static void requireFew(int events) {
        if (events < 1 || events > CAPACITY) {
            throw new IllegalArgumentException("1 to " + CAPACITY + " events in one change, not " + events);
        }
    }

    static Document document(OutboxEvent event) {
        return new Document("id", event.id())
                .append("topic", event.topic())
                .append("key", event.key())
                .append("type", event.type())
                .append("subject", event.subject())
                .append("version", event.version())
                .append("time", Date.from(event.time()))
                .append("data", event.data());
    }

    static OutboxEvent event(Document stored) {
        Instant time = stored.getDate("time").toInstant();
        return new OutboxEvent(
                stored.getString("id"),
                stored.getString("topic"),
                stored.getString("key"),
                stored.getString("type"),
                stored.getString("subject"),
                stored.getLong("version"),
                time,
                stored.getString("data"));
    }
}
