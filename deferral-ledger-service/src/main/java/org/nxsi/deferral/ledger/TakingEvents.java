package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.EntryEvents.Line;
import org.nxsi.deferral.period.Periods;
import org.nxsi.deferral.period.Register;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what services tell was put off or made up. The entries come first, then the lines that people must look at, then
 * the batch's own document: whatever a crash leaves undone is done by the repetition.
 */
@Component
class TakingEvents implements EventHandler {

    private static final Refusal FULL = Refusal.conflict("entry-full", "lines", "该台账的记录已达上限，请人工核对");

    private final Periods periods;
    private final TakingPostings taking;
    private final PostedBatches batches;
    private final RefusedLines refusedLines;
    private final List<Objection> objections;
    private final BusinessClock clock;
    private final JsonMapper json;

    TakingEvents(
            Periods periods,
            TakingPostings taking,
            PostedBatches batches,
            RefusedLines refusedLines,
            ObjectProvider<Objection> objections,
            BusinessClock clock,
            JsonMapper json) {
        this.periods = periods;
        this.taking = taking;
        this.batches = batches;
        this.refusedLines = refusedLines;
        this.objections = objections.orderedStream().toList();
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (batches.has(event.id())) {
            return;
        }
        Register register = periods.now();
        List<Line> taken = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        for (Result each : take(new EventLines(register, clock.today()).read(event), register)) {
            if (each.entry() == null) {
                refused.add(refused(event, each.line()));
            } else {
                taken.add(Line.of(each.entry(), each.posted()));
            }
        }
        refusedLines.list(refused);
        batches.done(event, taken, refused.size());
    }

    /** Takes a line that was refused, now that its cause may be mended. @return why not; null if it was taken */
    @Nullable
    Refusal again(RefusedLine refused, String by) {
        Register register = periods.now();
        EventLine line = new EventLines(register, clock.today())
                .read(
                        EventLines.Type.ofEvent(refused.type()),
                        refused.event(),
                        refused.line(),
                        refused.at(),
                        json.readTree(refused.text()));
        Result result = take(List.of(line), register).getFirst();
        if (result.entry() == null) {
            return result.line().refusal();
        }
        ReceivedEvent cause = new ReceivedEvent(
                refused.event() + "#" + refused.line(),
                result.entry().subjectId(),
                refused.type(),
                refused.event(),
                1,
                Instant.now(),
                json.createObjectNode());
        batches.done(cause, List.of(Line.of(result.entry(), result.posted())), 0);
        refusedLines.taken(refused, by);
        return null;
    }

    /** @param entry afterwards; null if the line is refused */
    private record Result(EventLine line, @Nullable Entry entry) {

        /** The line's postings as they stand in the entry: of a repetition the ones that came first. */
        List<Posting> posted() {
            return entry == null
                    ? List.of()
                    : entry.postings().stream()
                            .filter(each -> line.postings().stream()
                                    .anyMatch(own -> own.id().equals(each.id())))
                            .toList();
        }
    }

    private List<Result> take(List<EventLine> lines, Register register) {
        List<EventLine> checked = afterObjections(lines);
        Map<EntryKey, List<Posting>> wanted = new LinkedHashMap<>();
        for (EventLine each : checked) {
            if (each.key() != null) {
                wanted.computeIfAbsent(each.key(), key -> new ArrayList<>()).addAll(each.postings());
            }
        }
        Map<String, Entry> entries = taking.take(wanted, register);
        return checked.stream().map(each -> result(each, entries)).toList();
    }

    private static Result result(EventLine line, Map<String, Entry> entries) {
        Entry entry = line.key() == null ? null : entries.get(line.key().id());
        if (entry == null) {
            return new Result(line, null);
        }
        boolean all = line.postings().stream().allMatch(each -> entry.has(each.id()));
        return all ? new Result(line, entry) : new Result(line.refused(FULL), null);
    }

    private List<EventLine> afterObjections(List<EventLine> lines) {
        List<EntryKey> opened = lines.stream()
                .filter(each -> each.postings().stream().anyMatch(one -> one.kind() == Posting.Kind.OPENED))
                .map(EventLine::key)
                .distinct()
                .toList();
        Map<EntryKey, Refusal> against = new LinkedHashMap<>();
        if (!opened.isEmpty()) {
            objections.forEach(each -> against.putAll(each.against(opened)));
        }
        return lines.stream()
                .map(each -> {
                    Refusal refusal = each.key() == null ? null : against.get(each.key());
                    boolean opens = each.postings().stream().anyMatch(one -> one.kind() == Posting.Kind.OPENED);
                    return refusal == null || !opens ? each : each.refused(refusal);
                })
                .toList();
    }

    private static RefusedLine refused(ReceivedEvent event, EventLine line) {
        Refusal refusal = line.refusal() == null ? FULL : line.refusal();
        return RefusedLine.of(event.id(), event.type(), line.number(), line.text(), refusal, event.time());
    }
}
