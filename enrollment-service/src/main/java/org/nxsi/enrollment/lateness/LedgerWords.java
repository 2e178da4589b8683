package org.nxsi.enrollment.lateness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.Posting.Kind;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.enrollment.lateness.LedgerTellings.Told;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger says of its entries becomes postings of the dues that were put off under them. A word of an entry that no
 * due has, such as a registration's, changes nothing; neither does a repetition, and of several the latest counts.
 */
@Component
class LedgerWords {

    private static final int MOST_ENTRIES = 1_000;

    private final Dues dues;
    private final PostingToDues posting;
    private final LedgerTellings tellings;
    private final BusinessClock clock;

    LedgerWords(Dues dues, PostingToDues posting, LedgerTellings tellings, BusinessClock clock) {
        this.dues = dues;
        this.posting = posting;
        this.tellings = tellings;
        this.clock = clock;
    }

    void deadlinesSet(ReceivedEvent event) {
        LocalDate deadline = date(event.data(), "deadline");
        Word word = new Word(Kind.DEADLINE, clock.today(), deadline);
        post(event, words(event.data().path("entries"), word));
    }

    void entriesExpired(ReceivedEvent event) {
        Word word = new Word(Kind.EXPIRED, required(event.data(), "on"), null);
        post(event, words(event.data().path("entries"), word));
    }

    /** What a batch has made of many entries. */
    void entriesChanged(ReceivedEvent event) {
        Map<String, List<Word>> words = new LinkedHashMap<>();
        for (JsonNode line : many(event.data().path("lines"))) {
            deadlineOf(line).forEach((entry, word) -> words.put(entry, List.of(word)));
        }
        post(event, words);
    }

    /** What one posting has made of an entry: opened, assessed, made up. */
    void entryChanged(ReceivedEvent event) {
        Map<String, List<Word>> words = new LinkedHashMap<>();
        deadlineOf(event.data()).forEach((entry, word) -> words.put(entry, List.of(word)));
        post(event, words);
    }

    void normalRulesDecided(ReceivedEvent event) {
        post(event, decided(event, Kind.NORMAL_RULES));
    }

    /** Make-ups that were made void are no longer told. */
    void entryReopened(ReceivedEvent event) {
        for (JsonNode posted : event.data().path("postings")) {
            posted.path("voids").forEach(each -> voiding(each.asString("")));
        }
        post(event, decided(event, Kind.REOPENED));
    }

    /** @param on business date */
    private record Word(Kind kind, LocalDate on, @Nullable LocalDate deadline) {}

    private void voiding(String makeUp) {
        Told told = tellings.told(makeUp);
        if (told != null) {
            posting.change(Set.of(told.due()), due -> due.voiding(makeUp, told.amount()));
        }
    }

    private Map<String, List<Word>> decided(ReceivedEvent event, Kind kind) {
        List<Word> words = new ArrayList<>(deadlineOf(event.data()).values());
        words.add(new Word(kind, required(event.data().path("postings").path(0), "on"), null));
        return Map.of(entry(event.data().path("entry")), words);
    }

    /** An entry's deadline, if it has one: that there is none any more is told by the one who takes it away. */
    private Map<String, Word> deadlineOf(JsonNode line) {
        LocalDate deadline = date(line, "deadline");
        return deadline == null
                ? Map.of()
                : Map.of(entry(line.path("entry")), new Word(Kind.DEADLINE, clock.today(), deadline));
    }

    private void post(ReceivedEvent event, Map<String, List<Word>> words) {
        if (words.isEmpty()) {
            return;
        }
        Instant at = event.time().truncatedTo(ChronoUnit.MILLIS);
        Map<DueKey, List<Posting>> wanted = new LinkedHashMap<>();
        for (Due due : dues.ofLedger(words.keySet())) {
            String entry = String.valueOf(due.ledgerEntry());
            wanted.put(
                    due.key(),
                    words.getOrDefault(entry, List.of()).stream()
                            .map(word ->
                                    Posting.ofLedger(word.kind(), event.id(), at, word.on(), entry, word.deadline()))
                            .toList());
        }
        posting.post(wanted, AreaCode.NINGXIA);
    }

    private static Map<String, List<Word>> words(JsonNode entries, Word word) {
        Map<String, List<Word>> words = new LinkedHashMap<>();
        many(entries).forEach(each -> words.put(entry(each), List.of(word)));
        return words;
    }

    private static JsonNode many(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ENTRIES) {
            throw new PoisonousEvent("expected 1 to " + MOST_ENTRIES + " entries");
        }
        return list;
    }

    private static String entry(JsonNode node) {
        String entry = node.asString("");
        if (entry.isBlank()) {
            throw new PoisonousEvent("an entry has a name");
        }
        return entry;
    }

    private static LocalDate required(JsonNode node, String field) {
        LocalDate date = date(node, field);
        if (date == null) {
            throw new PoisonousEvent("no date in " + field);
        }
        return date;
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.asString(""));
        } catch (DateTimeParseException wrong) {
            throw new PoisonousEvent("not a date in " + field, wrong);
        }
    }
}
