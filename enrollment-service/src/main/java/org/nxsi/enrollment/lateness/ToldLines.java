package org.nxsi.enrollment.lateness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueFold;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.Telling;
import org.nxsi.enrollment.lateness.LedgerTellings.Told;
import org.nxsi.enrollment.lateness.MakeUps.MakeUp;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.putoff.MadeUpLine;
import org.nxsi.enrollment.putoff.PutOffEvents;
import org.nxsi.enrollment.putoff.PutOffKind;
import org.nxsi.enrollment.putoff.PutOffLine;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the lines of what dues are to tell the ledger, and the events that carry them. */
@Component
class ToldLines {

    static final String ACCEPTED = "enrollment.late-contribution-accepted";
    static final String CLAUSE = "宁人社办发〔2020〕2号 第七条";

    private static final String REASON = "疫情防控期间未按期缴费";

    private final Dues dues;
    private final PutOffEvents events;
    private final BusinessClock clock;
    private final JsonMapper json;

    ToldLines(Dues dues, PutOffEvents events, BusinessClock clock, JsonMapper json) {
        this.dues = dues;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A late contribution that was accepted.
     *
     * @param settled whether nothing of the due is missing any more
     */
    record Accepted(
            String due,
            Payer payer,
            Scheme scheme,
            Month month,
            AreaCode area,
            LocalDate dueDate,
            Fen amount,
            LocalDate paidOn,
            boolean settled,
            String reference) {}

    private record Acceptance(String clause, List<Accepted> lines) {}

    /**
     * @param dues those that the lines are of
     * @param told which due each line of {@code madeUp} is of
     */
    record Lines(
            Set<String> dues,
            List<PutOffLine> putOff,
            List<MadeUpLine> madeUp,
            List<Told> told,
            List<Accepted> accepted) {

        private static Lines none() {
            return new Lines(
                    new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private boolean hasRoomFor(int makeUps) {
            return putOff.size() < PutOffEvents.MOST_LINES && madeUp.size() + makeUps <= PutOffEvents.MOST_LINES;
        }
    }

    /** The lines of as many of the dues as the events have room for, in the order of their ids. */
    Lines of(List<Due> some) {
        Map<String, Fen> shared = shared(some);
        Lines lines = Lines.none();
        for (Due due : some.stream().sorted(Comparator.comparing(Due::id)).toList()) {
            Telling telling = Objects.requireNonNull(due.progress().telling(), due.id());
            List<MakeUp> makeUps = MakeUps.of(due, due.progress().madeUpTold(), telling.madeUp(), clock.today());
            if (lines.hasRoomFor(makeUps.size())) {
                add(lines, due, makeUps, shared);
            }
        }
        return lines;
    }

    /** One event of each kind that there is something for. */
    List<OutboxEvent> events(String batch, Lines lines) {
        List<OutboxEvent> all = new ArrayList<>();
        if (!lines.putOff().isEmpty()) {
            all.add(events.putOff(batch, lines.putOff()));
        }
        if (!lines.madeUp().isEmpty()) {
            all.add(events.madeUp(batch, lines.madeUp()));
            all.add(accepted(batch, lines.accepted()));
        }
        return all;
    }

    private OutboxEvent accepted(String batch, List<Accepted> accepted) {
        return new OutboxEvent(
                ACCEPTED + "/" + batch,
                Topics.EVENTS,
                accepted.getFirst().payer().id(),
                ACCEPTED,
                batch,
                1,
                Instant.now(),
                json.writeValueAsString(new Acceptance(CLAUSE, accepted)));
    }

    private static void add(Lines lines, Due due, List<MakeUp> makeUps, Map<String, Fen> shared) {
        LocalDate dueDate = Objects.requireNonNull(due.dueDate(), due.id());
        Fen putOff = Objects.requireNonNull(due.progress().telling()).putOff();
        PutOffKind kind = PutOffKind.ofDue(due.payer(), due.month(), dueDate);
        lines.dues().add(due.id());
        if (putOff != null) {
            lines.putOff()
                    .add(PutOffLine.of(
                            due.payer(),
                            kind,
                            due.scheme(),
                            due.month(),
                            due.area(),
                            dueDate,
                            shared.getOrDefault(group(due), putOff),
                            REASON,
                            Channel.SYSTEM));
        }
        for (MakeUp each : makeUps) {
            lines.madeUp()
                    .add(MadeUpLine.of(
                            due.payer(),
                            kind,
                            due.scheme(),
                            due.month(),
                            due.area(),
                            each.amount(),
                            each.on(),
                            each.reference()));
            lines.told().add(new Told(due.id(), each.amount()));
            lines.accepted()
                    .add(new Accepted(
                            due.id(),
                            due.payer(),
                            due.scheme(),
                            due.month(),
                            due.area(),
                            dueDate,
                            each.amount(),
                            each.on(),
                            due.state() == DueState.PAID,
                            each.reference()));
        }
    }

    /**
     * The ledger has one entry for an employer's month and one amount for a scheme in it, whatever it owes for itself and for
     * its construction projects: there the amount is the sum.
     */
    private Map<String, Fen> shared(List<Due> some) {
        Set<String> entries = some.stream()
                .filter(each -> each.scheme() == Scheme.WORK_INJURY && isOfEmployer(each.payer()))
                .map(Due::ledgerEntry)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Fen> sums = new HashMap<>();
        if (!entries.isEmpty()) {
            dues.ofLedger(entries).stream()
                    .filter(each -> each.scheme() == Scheme.WORK_INJURY)
                    .forEach(each -> sums.merge(group(each), late(each), Fen::plus));
        }
        sums.values().removeIf(sum -> !sum.isPositive());
        return sums;
    }

    private static boolean isOfEmployer(Payer payer) {
        return payer.kind() == PayerKind.EMPLOYER || payer.kind() == PayerKind.PROJECT;
    }

    private static Fen late(Due due) {
        @Nullable Fen assessed = due.assessed();
        return assessed == null ? Fen.ZERO : assessed.minus(DueFold.arrivedInTime(due));
    }

    private static String group(Due due) {
        return due.ledgerEntry() + "|" + due.scheme().code();
    }
}
