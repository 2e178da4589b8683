package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.ChangingEntry.Step;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What takes two people: opening an entry again, and that the normal rules apply after the deadline. */
@Component
class DecidingTogether {

    private final ChangingEntry changing;
    private final BusinessClock clock;
    private final List<Objection> objections;

    DecidingTogether(ChangingEntry changing, BusinessClock clock, ObjectProvider<Objection> objections) {
        this.changing = changing;
        this.clock = clock;
        this.objections = objections.orderedStream().toList();
    }

    /**
     * Proposes to open a settled entry again.
     *
     * @param takenBack ids of the make-ups that do not count any more, of an entry that was made up; null for all of them
     */
    Entry proposeReopening(Entry entry, String reason, @Nullable List<String> takenBack, String by, CommandId command) {
        return changing.change(entry.key(), found -> {
            Entry now = there(found, entry);
            if (isProposed(now, command)) {
                return null;
            }
            List<String> voids = voids(now, takenBack);
            Proposal proposal =
                    new Proposal(Posting.Kind.REOPENED, reason, by, Instant.now(), now.state(), voids, command.value());
            boolean opens = !now.state().isOpen()
                    && EntryFold.with(now, List.of(posting(proposal, by, command)), now.end())
                            .state()
                            .isOpen();
            if (!opens) {
                throw Problem.conflict("nothing-to-reopen", "this would not open the entry again")
                        .with("state", now.state())
                        .exception();
            }
            return proposed(now, proposal);
        });
    }

    /** Proposes that the normal rules apply to what was not made up in time: late fees count from the due date. */
    Entry proposeNormalRules(Entry entry, String reason, String by, CommandId command) {
        return changing.change(entry.key(), found -> {
            Entry now = there(found, entry);
            if (isProposed(now, command)) {
                return null;
            }
            if (!isLate(now) || now.normalRules()) {
                throw Problem.conflict("not-after-deadline", "补办期限届满后，未办理正常规则认定的台账才能提出")
                        .under(Deadline.CLAUSE)
                        .with("state", now.state())
                        .exception();
            }
            return proposed(
                    now,
                    new Proposal(
                            Posting.Kind.NORMAL_RULES,
                            reason,
                            by,
                            Instant.now(),
                            now.state(),
                            List.of(),
                            command.value()));
        });
    }

    /** Another person confirms what stands proposed; if the entry has changed since, it is to be proposed anew. */
    Entry confirm(Entry entry, Posting.Kind kind, String by, CommandId command) {
        return changing.change(entry.key(), found -> {
            Entry now = there(found, entry);
            if (now.has(command.derive("confirmed"))) {
                return null;
            }
            Proposal proposal = waiting(now, kind);
            if (proposal.by().equals(by)) {
                throw Problem.forbidden("same-person", "who proposed it does not confirm it")
                        .exception();
            }
            if (hasChanged(now, proposal)) {
                throw Problem.conflict("entry-has-changed", "the entry has changed since: propose it anew")
                        .with("state", now.state())
                        .exception();
            }
            refuseObjections(now, kind);
            return new Step(posting(proposal, by, command), null);
        });
    }

    /** Not made up in time, whether the day's work has marked it yet or not. */
    private boolean isLate(Entry entry) {
        return MonthStanding.of(entry, clock.today()) == MonthStanding.MISSING || Boolean.FALSE.equals(entry.inTime());
    }

    private boolean hasChanged(Entry now, Proposal proposal) {
        return proposal.kind() == Posting.Kind.NORMAL_RULES ? !isLate(now) : proposal.state() != now.state();
    }

    /** What was withdrawn may have come under another arrangement since. */
    private void refuseObjections(Entry now, Posting.Kind kind) {
        if (kind != Posting.Kind.REOPENED || now.state() != State.WITHDRAWN) {
            return;
        }
        for (Objection each : objections) {
            Refusal refusal = each.against(List.of(now.key())).get(now.key());
            if (refusal != null) {
                throw refusal.problem().exception();
            }
        }
    }

    /** A proposal is taken back, or not confirmed. */
    Entry reject(Entry entry, Posting.Kind kind) {
        return changing.change(entry.key(), found -> {
            Entry now = there(found, entry);
            waiting(now, kind);
            return new Step(null, null);
        });
    }

    private Posting posting(Proposal proposal, String by, CommandId command) {
        return new Posting(
                command.derive("confirmed"),
                proposal.kind(),
                Instant.now(),
                clock.today(),
                null,
                null,
                null,
                null,
                null,
                proposal.reason(),
                null,
                null,
                proposal.by(),
                by,
                proposal.voids());
    }

    /** What keeps the entry from being open. */
    private static List<String> voids(Entry entry, @Nullable List<String> takenBack) {
        List<String> all = entry.postings().stream()
                .filter(each -> switch (each.kind()) {
                    case WITHDRAWN, EXPIRED, NORMAL_RULES -> true;
                    case MADE_UP ->
                        entry.state() == State.MADE_UP && (takenBack == null || takenBack.contains(each.id()));
                    case OPENED, AMOUNT, REOPENED -> false;
                })
                .map(Posting::id)
                .toList();
        if (takenBack != null && !all.containsAll(takenBack)) {
            throw Problem.badRequest("posting-unknown", "takenBack", "only make-ups of a made-up entry are taken back")
                    .exception();
        }
        return all;
    }

    private static Step proposed(Entry now, Proposal proposal) {
        if (now.proposal() != null) {
            throw Problem.conflict("proposal-waits", "another proposal waits for a second person")
                    .with("proposal", now.proposal().kind())
                    .exception();
        }
        return new Step(null, proposal);
    }

    private static boolean isProposed(Entry now, CommandId command) {
        return now.proposal() != null && now.proposal().command().equals(command.value());
    }

    private static Proposal waiting(Entry now, Posting.Kind kind) {
        Proposal proposal = now.proposal();
        if (proposal == null || proposal.kind() != kind) {
            throw Problem.conflict("nothing-proposed", "no such proposal waits for a second person")
                    .exception();
        }
        return proposal;
    }

    private static Entry there(@Nullable Entry found, Entry entry) throws ProblemException {
        return Objects.requireNonNullElseGet(found, () -> {
            throw Deferrals.unknown(entry.id());
        });
    }
}
