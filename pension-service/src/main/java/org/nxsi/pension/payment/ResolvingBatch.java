package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.pension.partner.BankNotReached;
import org.nxsi.pension.partner.BankSilent;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.partner.ReadingStatement;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people resolve a batch whose bank stays silent, against the statement: finance proposes, and the statement is
 * fetched and read here, or entered from paper; another person confirms. It is taken over by the way of the bank's own
 * reports, or the same message goes again. Nothing is ever sent blindly.
 */
@Component
class ResolvingBatch {

    /** Fact: two people have resolved a batch. */
    static final String RESOLVED = "pension.batch-resolved-by-people";

    /** Work: carry it out. */
    static final String CONFIRMED = "pension.batch-resolution-confirmed";

    private static final List<BatchStatus> ON_THE_WAY =
            List.of(BatchStatus.SENDING, BatchStatus.UNKNOWN, BatchStatus.SENT);

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_DAYS = 31;

    private final BatchResolutions resolutions;
    private final Orders orders;
    private final ReadingStatement reading;
    private final PartnerBanks banks;
    private final BusinessClock clock;
    private final JsonMapper json;

    ResolvingBatch(
            BatchResolutions resolutions,
            Orders orders,
            ReadingStatement reading,
            PartnerBanks banks,
            BusinessClock clock,
            JsonMapper json) {
        this.resolutions = resolutions;
        this.orders = orders;
        this.reading = reading;
        this.banks = banks;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What finance proposes.
     *
     * @param day the last day whose statement is cited; all days from the message's own on are looked at
     * @param paper the statement's lines about the batch as people read them, see {@link PaperStatement}; null if the
     *     bank's statement is to be fetched
     */
    record Proposal(
            BatchResolution.Outcome outcome,
            LocalDate day,
            String note,
            @Nullable String paper) {}

    BatchResolution propose(Batch batch, Proposal proposal, String by) {
        String messageId = refuseUnlessEscalated(batch);
        if (proposal.note() == null
                || proposal.note().isBlank()
                || proposal.note().length() > LONGEST_NOTE) {
            throw Problem.badRequest("note-required", "note", "a note of 1 to " + LONGEST_NOTE + " characters")
                    .exception();
        }
        if (proposal.outcome() == null || proposal.day() == null) {
            throw Problem.badRequest("proposal-incomplete", "outcome", "a proposal has an outcome and a day")
                    .exception();
        }
        LocalDate from = PaymentOrder.read(orders.stored(messageId).bytes()).executionDate();
        refuseUnlessDayFits(proposal, from);
        StatementEvidence found = new StatementEvidence(batch, messageId);
        BatchResolution.Origin origin = gather(batch, proposal, from, found);
        refuseUnlessShown(proposal.outcome(), found);
        return add(batch, messageId, proposal, found, found.evidence(origin, from, proposal.day()), by);
    }

    BatchResolution confirm(Batch batch, BatchResolution proposed, String by, @Nullable String note) {
        if (proposed.state() == BatchResolution.State.CONFIRMED) {
            return proposed;
        }
        if (proposed.proposed().by().equals(by)) {
            throw Problem.forbidden("same-person", "who proposed it does not confirm it")
                    .exception();
        }
        if (!proposed.messageId().equals(batch.messageId()) || !ON_THE_WAY.contains(batch.status())) {
            throw Problem.conflict("batch-moved-on", "the bank has spoken meanwhile: batch is " + batch.status())
                    .with("status", batch.status())
                    .exception();
        }
        return decided(
                proposed,
                resolutions.decide(
                        proposed,
                        BatchResolution.State.CONFIRMED,
                        new BatchResolution.Step(by, Instant.now(), note),
                        events(batch, proposed, by)));
    }

    BatchResolution reject(BatchResolution proposed, String by, @Nullable String note) {
        return decided(
                proposed,
                resolutions.decide(
                        proposed,
                        BatchResolution.State.REJECTED,
                        new BatchResolution.Step(by, Instant.now(), note),
                        List.of()));
    }

    private static String refuseUnlessEscalated(Batch batch) {
        String messageId = batch.messageId();
        if (batch.escalation() == null || messageId == null || !ON_THE_WAY.contains(batch.status())) {
            throw Problem.conflict(
                            "batch-not-escalated",
                            "only a batch that was sent and stands on the escalated list is resolved by people; the"
                                    + " bank is still being asked")
                    .with("status", batch.status())
                    .exception();
        }
        return messageId;
    }

    /** That nothing was booked is only known of days that are over, and not of the day it was sent on alone. */
    private void refuseUnlessDayFits(Proposal proposal, LocalDate from) {
        LocalDate day = proposal.day();
        boolean isClosedLaterDay = day.isAfter(from) && day.isBefore(clock.today());
        boolean fits = proposal.outcome() == BatchResolution.Outcome.AS_BOOKED
                ? !day.isBefore(from) && !day.isAfter(clock.today())
                : isClosedLaterDay;
        if (!fits || day.isAfter(from.plusDays(MOST_DAYS))) {
            throw Problem.badRequest(
                            "day-does-not-fit",
                            "day",
                            "the message is of " + from + ": a day from then on, at most " + MOST_DAYS
                                    + " later; for never received a later day that is over")
                    .exception();
        }
    }

    private BatchResolution.Origin gather(Batch batch, Proposal proposal, LocalDate from, StatementEvidence found) {
        if (proposal.paper() != null) {
            PaperStatement.read(proposal.paper(), found);
            return BatchResolution.Origin.PAPER;
        }
        try {
            for (LocalDate day = from; !day.isAfter(proposal.day()); day = day.plusDays(1)) {
                read(batch.bank(), day, found);
            }
            return BatchResolution.Origin.BANK_STATEMENT;
        } catch (BankNotReached | BankSilent away) {
            throw Problem.of(
                            503,
                            "bank-not-reached",
                            "bank " + batch.bank() + " gives no statement either; enter the lines of its paper one")
                    .with("bank", batch.bank())
                    .exception();
        }
    }

    private void read(String bank, LocalDate day, StatementEvidence found) {
        for (String account : banks.get(bank).payoutAccounts().values()) {
            Fen[] effect = {Fen.ZERO};
            AccountStatement last = reading.read(
                    bank,
                    account,
                    day,
                    page -> page.entries().forEach(entry -> {
                        effect[0] = effect[0].plus(entry.effect());
                        found.take(entry, day);
                    }));
            if (!last.opening().plus(effect[0]).equals(last.closing())) {
                throw Problem.conflict(
                                "statement-not-true",
                                "the lines of " + account + " of " + day + " do not make its balance: no evidence")
                        .exception();
            }
        }
    }

    private static void refuseUnlessShown(BatchResolution.Outcome outcome, StatementEvidence found) {
        switch (outcome) {
            case AS_BOOKED -> {
                if (found.isEmpty()) {
                    throw Problem.conflict("nothing-on-statement", "the statement shows nothing of the batch")
                            .exception();
                }
            }
            case NEVER_RECEIVED -> {
                if (!found.isEmpty()) {
                    throw Problem.conflict(
                                    "booked-after-all",
                                    "the statement shows " + found.size() + " payments of the batch")
                            .exception();
                }
            }
        }
    }

    private BatchResolution add(
            Batch batch,
            String messageId,
            Proposal proposal,
            StatementEvidence found,
            BatchResolution.Evidence evidence,
            String by) {
        BatchResolution latest = resolutions.latest(batch.id());
        if (latest != null && latest.state() == BatchResolution.State.PROPOSED) {
            return sameOrRefused(latest, proposal, evidence, by);
        }
        int number = latest == null ? 1 : latest.number() + 1;
        String id = BatchResolution.idOf(batch.id(), number);
        BatchResolution proposed = new BatchResolution(
                id,
                batch.id(),
                number,
                messageId,
                proposal.outcome(),
                BatchResolution.State.PROPOSED,
                evidence,
                new Binary(Compressed.of(found.report(id).write())),
                new BatchResolution.Step(by, Instant.now(), proposal.note()),
                null);
        if (resolutions.add(proposed)) {
            return proposed;
        }
        return sameOrRefused(Objects.requireNonNull(resolutions.byId(id)), proposal, evidence, by);
    }

    private static BatchResolution sameOrRefused(
            BatchResolution standing, Proposal proposal, BatchResolution.Evidence evidence, String by) {
        if (standing.proposed().by().equals(by)
                && standing.outcome() == proposal.outcome()
                && standing.evidence().digest().equals(evidence.digest())) {
            return standing;
        }
        throw Problem.conflict("resolution-open", "resolution " + standing.id() + " waits for its second person")
                .with("resolution", standing.id())
                .exception();
    }

    private BatchResolution decided(BatchResolution proposed, @Nullable BatchResolution after) {
        if (after != null) {
            return after;
        }
        BatchResolution now = resolutions.byId(proposed.id());
        throw Problem.conflict(
                        "resolution-decided",
                        "resolution " + proposed.id() + " is " + (now == null ? null : now.state()))
                .exception();
    }

    private List<OutboxEvent> events(Batch batch, BatchResolution proposed, String by) {
        Instant now = Instant.now();
        BatchResolution.Evidence evidence = proposed.evidence();
        Map<String, Object> fact = new TreeMap<>();
        fact.put("resolution", proposed.id());
        fact.put("batch", batch.id());
        fact.put("run", batch.run());
        fact.put("bank", batch.bank());
        fact.put("outcome", proposed.outcome());
        fact.put("origin", evidence.origin());
        fact.put("from", evidence.from().toString());
        fact.put("to", evidence.to().toString());
        fact.put("paid", evidence.paid());
        fact.put("paidAmount", evidence.paidAmount().toString());
        fact.put("returned", evidence.returned());
        fact.put("returnedAmount", evidence.returnedAmount().toString());
        fact.put("proposedBy", proposed.proposed().by());
        fact.put("confirmedBy", by);
        return List.of(
                new OutboxEvent(
                        proposed.id() + "/confirmed", Topics.WORK, batch.id(), CONFIRMED, proposed.id(), 1, now, "{}"),
                new OutboxEvent(
                        proposed.id() + "/resolved",
                        Topics.EVENTS,
                        batch.id(),
                        RESOLVED,
                        batch.id(),
                        1,
                        now,
                        json.writeValueAsString(fact)));
    }
}
