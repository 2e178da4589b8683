package org.nxsi.pension.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.pension.difference.Action;
import org.nxsi.pension.difference.Difference;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.difference.Finding;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One person proposes what to do about a difference, another one confirms it; only then it is done. */
@Component
class ResolvingDifference {

    /** Fact: two people have resolved a difference. */
    static final String RESOLVED = "pension.difference-resolved";

    /** Work: carry out what was confirmed. */
    static final String CONFIRMED = "pension.difference-action-confirmed";

    /** Work: see whether the run is reconciled now. */
    static final String OF_RUN = "pension.run-difference-resolved";

    private static final int LONGEST_NOTE = 500;

    private final Differences differences;
    private final BusinessClock clock;
    private final JsonMapper json;

    ResolvingDifference(Differences differences, BusinessClock clock, JsonMapper json) {
        this.differences = differences;
        this.clock = clock;
        this.json = json;
    }

    /** Proposing the same again is no other proposal. */
    Difference propose(Difference open, @Nullable Action action, String by, @Nullable String note) {
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw Problem.badRequest("note-required", "note", "a note of 1 to " + LONGEST_NOTE + " characters")
                    .exception();
        }
        if (action == null || !open.kind().allowed().contains(action) || marksWhatNeverWent(open, action)) {
            throw Problem.conflict("action-not-allowed", "this difference does not allow " + action)
                    .at("action")
                    .with("allowed", open.kind().allowed())
                    .exception();
        }
        Difference proposed = differences.propose(open.id(), new Difference.Proposal(action, by, Instant.now(), note));
        if (proposed != null) {
            return proposed;
        }
        Difference now = again(open);
        Difference.Proposal standing = now.proposal();
        if (now.state() == Difference.State.PROPOSED
                && standing != null
                && standing.by().equals(by)
                && standing.action() == action) {
            return now;
        }
        throw notThere(now);
    }

    /** Only a payment that we hold for paid can be marked as returned. */
    private static boolean marksWhatNeverWent(Difference open, Action action) {
        return action == Action.MARK_RETURNED && !open.leg().equals(Finding.PAYMENT);
    }

    Difference confirm(Difference proposed, String by, @Nullable String note) {
        Difference.Proposal proposal = proposed.proposal();
        if (proposed.state() == Difference.State.RESOLVED) {
            return proposed;
        }
        if (proposal == null || proposed.state() != Difference.State.PROPOSED) {
            throw notThere(proposed);
        }
        if (proposal.by().equals(by)) {
            throw Problem.forbidden("same-person", "who proposed it does not confirm it")
                    .exception();
        }
        Difference confirmed =
                differences.confirm(proposed, proposal, by, note, clock.today(), events(proposed, proposal, by));
        if (confirmed == null) {
            throw notThere(again(proposed));
        }
        return confirmed;
    }

    /** Also by the proposer: a proposal may be taken back. */
    Difference reject(Difference proposed, String by, @Nullable String note) {
        Difference.Proposal proposal = proposed.proposal();
        if (proposal == null || proposed.state() != Difference.State.PROPOSED) {
            throw notThere(proposed);
        }
        Difference rejected = differences.reject(proposed, proposal, by, note);
        if (rejected == null) {
            throw notThere(again(proposed));
        }
        return rejected;
    }

    private List<OutboxEvent> events(Difference proposed, Difference.Proposal proposal, String by) {
        Instant now = Instant.now();
        String id = proposed.id() + "/" + proposal.at().toEpochMilli();
        Map<String, Object> fact = new TreeMap<>();
        fact.put("difference", proposed.id());
        fact.put("bank", proposed.bank());
        fact.put("kind", proposed.kind());
        fact.put("action", proposal.action());
        fact.put("effect", proposal.action().effect());
        fact.put("proposedBy", proposal.by());
        fact.put("confirmedBy", by);
        if (proposed.batch() != null) {
            fact.put("batch", proposed.batch());
        }
        String action = json.writeValueAsString(Map.of("action", proposal.action()));
        List<OutboxEvent> events = new ArrayList<>();
        events.add(new OutboxEvent(
                id + "/confirmed", Topics.WORK, proposed.id(), CONFIRMED, proposed.id(), 1, now, action));
        if (proposal.action().effect() != Action.Effect.KEEPS_OPEN) {
            events.add(new OutboxEvent(
                    id + "/resolved",
                    Topics.EVENTS,
                    proposed.id(),
                    RESOLVED,
                    proposed.id(),
                    1,
                    now,
                    json.writeValueAsString(fact)));
            if (proposed.run() != null) {
                events.add(new OutboxEvent(
                        id + "/of-run", Topics.WORK, proposed.run(), OF_RUN, proposed.run(), 1, now, "{}"));
            }
        }
        return events;
    }

    private Difference again(Difference seen) {
        Difference now = differences.byId(seen.id());
        return now == null ? seen : now;
    }

    private static RuntimeException notThere(Difference now) {
        return Problem.conflict("difference-not-there", "the difference is " + now.state())
                .with("state", now.state())
                .exception();
    }
}
