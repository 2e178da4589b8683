package org.nxsi.enrollment.putoff;

import java.time.Instant;
import java.util.List;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that the deferral ledger listens to. The event's id and the line's number name a line for ever: the same fact
 * told again under the same id counts once.
 */
@Component
public class PutOffEvents {

    public static final String PUT_OFF = "enrollment.business-put-off";
    public static final String MADE_UP = "enrollment.business-made-up";

    /** Most lines of one event. */
    public static final int MOST_LINES = 1_000;

    private final JsonMapper json;

    PutOffEvents(JsonMapper json) {
        this.json = json;
    }

    private record Batch<T>(List<T> lines) {}

    /**
     * Business that was put off.
     *
     * @param id made of what caused it; the same at every repetition
     * @param lines 1 to 1,000
     */
    public OutboxEvent putOff(String id, List<PutOffLine> lines) {
        String key = lines.isEmpty() ? id : lines.getFirst().subjectId();
        return event(PUT_OFF, id, key, lines);
    }

    /**
     * Business that was made up.
     *
     * @param id made of what caused it; the same at every repetition
     * @param lines 1 to 1,000
     */
    public OutboxEvent madeUp(String id, List<MadeUpLine> lines) {
        String key = lines.isEmpty() ? id : lines.getFirst().subjectId();
        return event(MADE_UP, id, key, lines);
    }

    private <T> OutboxEvent event(String type, String id, String key, List<T> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("1 to " + MOST_LINES + " lines in one event, not " + lines.size());
        }
        return new OutboxEvent(
                type + "/" + id,
                Topics.EVENTS,
                key,
                type,
                id,
                1,
                Instant.now(),
                json.writeValueAsString(new Batch<>(lines)));
    }
}
