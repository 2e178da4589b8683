package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Posting.Kind;
import org.nxsi.platform.money.Fen;

/**
 * What an entry is, from its postings and its deadline alone: whatever order they came in, and however often each did.
 * The first opening tells area, due date, period, reason and channel; what a reopening names counts for nothing any more.
 */
final class EntryFold {

    private final List<Posting> standing;
    private final Map<String, SchemeFold> schemes = new TreeMap<>();
    private final PeriodEnd end;
    private final @Nullable Deadline deadline;

    private EntryFold(Collection<Posting> postings, PeriodEnd end) {
        Set<String> voided = new HashSet<>();
        postings.forEach(each -> voided.addAll(each.voids()));
        this.standing =
                postings.stream().filter(each -> !voided.contains(each.id())).toList();
        this.end = end;
        this.deadline = end.deadline();
        for (Posting each : standing) {
            if (each.kind() == Kind.OPENED && each.scheme() != null) {
                schemes.computeIfAbsent(each.scheme(), scheme -> SchemeFold.of(scheme, standing));
            }
        }
    }

    /** The entry that these postings make. */
    static Entry of(EntryKey key, Collection<Posting> postings, PeriodEnd end) {
        return of(key, postings, end, null, 1);
    }

    /** An entry with further postings; those that it has already, by their ids, change nothing. */
    static Entry with(Entry entry, Collection<Posting> more, PeriodEnd end) {
        Map<String, Posting> all = byId(entry.postings());
        more.forEach(each -> all.putIfAbsent(each.id(), each));
        return of(entry.key(), all.values(), end, entry.proposal(), entry.version() + 1);
    }

    /** The same with another proposal waiting, or none. */
    static Entry with(Entry entry, Collection<Posting> more, PeriodEnd end, @Nullable Proposal proposal) {
        Entry next = with(entry, more, end);
        return of(next.key(), next.postings(), end, proposal, next.version());
    }

    private static Entry of(
            EntryKey key, Collection<Posting> postings, PeriodEnd end, @Nullable Proposal proposal, long version) {
        List<Posting> inTime =
                byId(postings).values().stream().sorted(Posting.IN_TIME).toList();
        if (inTime.isEmpty()) {
            throw new IllegalArgumentException("no entry without a posting: " + key);
        }
        return new EntryFold(inTime, end).entry(key, inTime, proposal, version);
    }

    private Entry entry(EntryKey key, List<Posting> inTime, @Nullable Proposal proposal, long version) {
        Posting opening = first(Kind.OPENED);
        LocalDate madeUpOn = madeUpOn();
        State state = state(madeUpOn);
        return new Entry(
                key.id(),
                key.subjectKind(),
                key.subjectId(),
                key.kind(),
                key.month(),
                state,
                area(opening, inTime),
                List.copyOf(schemes.keySet()),
                opening == null ? null : opening.dueDate(),
                amount(),
                schemes.values().stream().map(SchemeFold::madeUp).reduce(Fen.ZERO, Fen::plus),
                opening == null ? null : opening.period(),
                opening == null ? null : opening.on(),
                opening == null ? null : opening.at(),
                opening == null ? null : week(opening.on()),
                opening == null ? null : opening.channel(),
                opening == null ? null : opening.reason(),
                deadline == null ? null : deadline.date(),
                deadline == null ? null : deadline.reckoned(),
                deadline == null ? null : deadline.movedBy(),
                end.record(),
                expiresAfter(state, inTime),
                madeUpOn,
                madeUpOn == null ? null : deadline == null || !deadline.isMissedOn(madeUpOn),
                standsAfterDeadline(Kind.NORMAL_RULES),
                inTime,
                proposal,
                version);
    }

    private State state(@Nullable LocalDate madeUpOn) {
        if (schemes.isEmpty()) {
            return State.AWAITED;
        }
        if (first(Kind.WITHDRAWN) != null) {
            return State.WITHDRAWN;
        }
        if (madeUpOn != null) {
            return State.MADE_UP;
        }
        if (standsAfterDeadline(Kind.EXPIRED)) {
            return State.EXPIRED;
        }
        if (first(Kind.REOPENED) != null) {
            return State.REOPENED;
        }
        boolean begun = schemes.values().stream().anyMatch(SchemeFold::isBegun);
        return begun ? State.PARTLY_MADE_UP : State.OPEN;
    }

    /** Said after the deadline that counts now: said under an earlier one, it may have been too soon. */
    private boolean standsAfterDeadline(Kind kind) {
        return deadline != null
                && standing.stream().anyMatch(each -> each.kind() == kind && deadline.isMissedOn(each.on()));
    }

    /** Once two people have opened it again after a deadline, that deadline does not end it a second time. */
    private @Nullable LocalDate expiresAfter(State state, List<Posting> all) {
        if (deadline == null || !state.isOpen()) {
            return null;
        }
        String expiry = expiryId(deadline.date());
        return all.stream().anyMatch(each -> each.id().equals(expiry)) ? null : deadline.date();
    }

    /** An entry expires once under one deadline. */
    static String expiryId(LocalDate deadline) {
        return "expired|" + deadline;
    }

    private @Nullable LocalDate madeUpOn() {
        LocalDate last = null;
        for (SchemeFold each : schemes.values()) {
            LocalDate done = each.completedOn();
            if (done == null) {
                return null;
            }
            last = last == null || done.isAfter(last) ? done : last;
        }
        return last;
    }

    private @Nullable Fen amount() {
        Fen sum = Fen.ZERO;
        for (SchemeFold each : schemes.values()) {
            if (each.amount() == null) {
                return null;
            }
            sum = sum.plus(each.amount());
        }
        return schemes.isEmpty() ? null : sum;
    }

    private @Nullable Posting first(Kind kind) {
        return standing.stream()
                .filter(each -> each.kind() == kind)
                .min(Posting.IN_TIME)
                .orElse(null);
    }

    private static String area(@Nullable Posting opening, List<Posting> inTime) {
        if (opening != null && opening.area() != null) {
            return opening.area();
        }
        return inTime.stream()
                .map(Posting::area)
                .filter(area -> area != null)
                .findFirst()
                .orElse("");
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Map<String, Posting> byId(Collection<Posting> postings) {
        Map<String, Posting> byId = new LinkedHashMap<>();
        postings.forEach(each -> byId.putIfAbsent(each.id(), each));
        return byId;
    }
}
