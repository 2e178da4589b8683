package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.Register;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Fen;
import tools.jackson.databind.JsonNode;

/**
 * Reads what services tell: {@code business-put-off} and {@code business-made-up}, of the same shape whoever sends it. A
 * posting's id is the event's and the line's number, so a line counts once for ever.
 *
 * @param today business date: day of registration of what is opened
 */
record EventLines(Register register, LocalDate today) {

    static final int MOST_LINES = 1_000;

    /** The kinds of batches. */
    enum Type {
        PUT_OFF("business-put-off"),
        MADE_UP("business-made-up");

        private final String name;

        Type(String name) {
            this.name = name;
        }

        /** Such as {@code pension.business-put-off}. */
        String of(String service) {
            return service + "." + name;
        }

        static Type ofEvent(String eventType) {
            return eventType.endsWith(PUT_OFF.name) ? PUT_OFF : MADE_UP;
        }
    }

    /** @throws PoisonousEvent if it is no batch of 1 to {@value #MOST_LINES} lines */
    List<EventLine> read(ReceivedEvent event) {
        JsonNode lines = event.data().path("lines");
        if (!lines.isArray() || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new PoisonousEvent("not a batch of 1 to " + MOST_LINES + " lines: " + event.id());
        }
        List<EventLine> read = new ArrayList<>(lines.size());
        for (int number = 0; number < lines.size(); number++) {
            read.add(read(Type.ofEvent(event.type()), event.id(), number, event.time(), lines.get(number)));
        }
        return read;
    }

    EventLine read(Type type, String event, int number, Instant at, JsonNode line) {
        String text = line.toString();
        LineFields fields = new LineFields(line);
        try {
            EntryKey key = fields.key();
            String id = event + "#" + number;
            return switch (type) {
                case PUT_OFF -> EventLine.good(number, text, key, putOff(id, at, key, fields));
                case MADE_UP ->
                    EventLine.good(
                            number,
                            text,
                            key,
                            List.of(madeUp(id, at, fields, fields.date("on"), fields.text("reference"))));
            };
        } catch (LineRefused refused) {
            return new EventLine(number, text, null, List.of(), refused.refusal());
        }
    }

    private List<Posting> putOff(String id, Instant at, EntryKey key, LineFields fields) {
        LocalDate dueDate = fields.date("dueDate");
        String area = fields.area();
        Period period =
                OpeningRule.period(register, area, dueDate).orElseThrow(() -> new LineRefused(OpeningRule.noPeriod()));
        LineFields.refuse(OpeningRule.ofMonth(key, dueDate, period));
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.opened(
                id,
                at,
                today,
                area,
                fields.scheme(),
                fields.amount(),
                dueDate,
                period.id(),
                fields.text("reason"),
                fields.word("channel", Channel.class),
                null));
        if (fields.has("madeUpOn")) {
            postings.add(madeUp(id + "/made-up", at, fields, fields.date("madeUpOn"), null));
        }
        return postings;
    }

    private static Posting madeUp(String id, Instant at, LineFields fields, LocalDate on, @Nullable String reference) {
        String scheme = fields.scheme();
        Fen amount = fields.amount();
        return new Posting(
                id,
                Posting.Kind.MADE_UP,
                at,
                on,
                fields.area(),
                scheme,
                amount,
                null,
                null,
                null,
                null,
                reference,
                null,
                null,
                List.of());
    }
}
