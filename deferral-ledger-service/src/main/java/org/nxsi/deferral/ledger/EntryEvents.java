package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger says of its entries. Every event carries the postings that it is about, so that whoever folds all of them
 * has the ledger.
 */
@Component
class EntryEvents {

    static final String CHANGED = "deferral.entries-changed";

    private final JsonMapper json;

    EntryEvents(JsonMapper json) {
        this.json = json;
    }

    /** A posting as it is told: not its reason, and not who did it. */
    record Told(
            String id,
            Posting.Kind kind,
            LocalDate on,
            @Nullable String scheme,
            @Nullable Fen amount,
            @Nullable LocalDate dueDate,
            @Nullable String period,
            List<String> voids) {

        static Told of(Posting posting) {
            return new Told(
                    posting.id(),
                    posting.kind(),
                    posting.on(),
                    posting.scheme(),
                    posting.amount(),
                    posting.dueDate(),
                    posting.period(),
                    posting.voids());
        }
    }

    /** An entry as it is told. @param postings those that the event is about */
    record Line(
            String entry,
            SubjectKind subjectKind,
            String subjectId,
            Kind kind,
            Month month,
            String area,
            State state,
            @Nullable LocalDate deadline,
            long version,
            List<Told> postings) {

        static Line of(Entry entry, List<Posting> postings) {
            return new Line(
                    entry.id(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    entry.kind(),
                    entry.month(),
                    entry.area(),
                    entry.state(),
                    entry.deadline(),
                    entry.version(),
                    postings.stream().map(Told::of).toList());
        }
    }

    private record Lines(List<Line> lines) {}

    /** What one posting has made of an entry. */
    OutboxEvent of(Entry entry, Posting posting) {
        return new OutboxEvent(
                entry.id() + "/" + posting.id(),
                Topics.EVENTS,
                entry.subjectId(),
                type(posting.kind()),
                entry.id(),
                entry.version(),
                posting.at(),
                json.writeValueAsString(Line.of(entry, List.of(posting))));
    }

    /** What an incoming batch has made of many. @param batch id of the incoming event */
    OutboxEvent ofBatch(String batch, String key, Instant time, List<Line> lines) {
        return new OutboxEvent(
                CHANGED + "/" + batch,
                Topics.EVENTS,
                key,
                CHANGED,
                batch,
                1,
                time,
                json.writeValueAsString(new Lines(lines)));
    }

    private static String type(Posting.Kind kind) {
        return switch (kind) {
            case OPENED -> "deferral.entry-opened";
            case MADE_UP -> "deferral.entry-made-up";
            case AMOUNT -> "deferral.entry-assessed";
            case WITHDRAWN -> "deferral.entry-withdrawn";
            case REOPENED -> "deferral.entry-reopened";
            case NORMAL_RULES -> "deferral.normal-rules-decided";
            case EXPIRED -> "deferral.entries-expired";
        };
    }
}
