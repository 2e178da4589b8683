package org.nxsi.enrollment.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.IdentityProposal.Decision;
import org.nxsi.enrollment.person.IdentityProposal.State;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who somebody is takes two people: a clerk proposes that two ids are one person, or another number; a reviewer decides. */
@Component
class DecidingIdentity {

    private final Persons persons;
    private final PersonNumbers numbers;
    private final IdentityProposals proposals;
    private final JoiningIds joining;
    private final BusinessClock clock;

    DecidingIdentity(
            Persons persons,
            PersonNumbers numbers,
            IdentityProposals proposals,
            JoiningIds joining,
            BusinessClock clock) {
        this.persons = persons;
        this.numbers = numbers;
        this.proposals = proposals;
        this.joining = joining;
        this.clock = clock;
    }

    /** The words of a proposal. @param by the clerk, a person */
    record Words(String reason, String proof, String by, CommandId command) {

        String id() {
            return "ID-" + command.derive("identity-proposal");
        }
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 {@code already-merged} */
    IdentityProposal proposeMerge(Person kept, Person merged, Words words) {
        if (kept.id().equals(merged.id())) {
            throw Problem.badRequest("invalid-field", "mergedId", "the same person")
                    .exception();
        }
        return proposals.add(proposal(kept, merged.id(), null, words));
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 {@code number-known} if a person of this number is known */
    IdentityProposal proposeNumber(Person kept, SocialNumber number, Words words) {
        PersonId id = numbers.idOf(number);
        if (kept.register() == null) {
            throw Problem.conflict("person-on-roster-only", "only rosters know this person: register them first")
                    .exception();
        }
        if (proposals.byId(words.id()) == null && (kept.number().equals(number) || persons.find(id) != null)) {
            throw Problem.conflict("number-known", "a person of this number is known: propose to merge the two")
                    .at("number")
                    .exception();
        }
        return proposals.add(proposal(kept, id, number, words));
    }

    /**
     * Approves it and carries it out; said again it goes on where it was left.
     *
     * @throws org.nxsi.platform.web.ProblemException 403 for who proposed it; 409 {@code already-merged} if one of the two
     *     forwards already, or is about to
     */
    IdentityProposal approve(IdentityProposal proposal, String by) {
        requireAnother(proposal, by);
        if (proposal.state() == State.DONE && isDecidedBy(proposal, by)) {
            return proposal;
        }
        Decision decision = decision(by, null);
        boolean mine = proposals.move(proposal, State.PROPOSED, State.APPROVED, decision);
        IdentityProposal standing = standing(proposal);
        if (!mine && standing.state() != State.APPROVED) {
            throw decided(standing);
        }
        if (!carryOut(standing)) {
            throw Problem.conflict("already-merged", "one of the two forwards to another person")
                    .exception();
        }
        return standing(proposal);
    }

    IdentityProposal refuse(IdentityProposal proposal, String reason, String by) {
        requireAnother(proposal, by);
        boolean mine = proposals.move(proposal, State.PROPOSED, State.REFUSED, decision(by, reason));
        IdentityProposal standing = standing(proposal);
        if (!mine && !(standing.state() == State.REFUSED && isDecidedBy(standing, by))) {
            throw decided(standing);
        }
        return standing;
    }

    /** @return false if it cannot be: then it waits for a decision again */
    boolean carryOut(IdentityProposal approved) {
        boolean joined = joining.join(approved, clock.today());
        proposals.move(
                approved, State.APPROVED, joined ? State.DONE : State.PROPOSED, joined ? approved.decision() : null);
        return joined;
    }

    private IdentityProposal proposal(Person kept, PersonId merged, @Nullable SocialNumber number, Words words) {
        return new IdentityProposal(
                words.id(),
                kept.id(),
                merged,
                number,
                kept.area(),
                words.reason(),
                words.proof(),
                State.PROPOSED,
                words.by(),
                now(),
                null);
    }

    private IdentityProposal standing(IdentityProposal proposal) {
        IdentityProposal found = proposals.byId(proposal.id());
        return found == null ? proposal : found;
    }

    private Decision decision(String by, @Nullable String reason) {
        return new Decision(by, now(), clock.today(), reason);
    }

    private static boolean isDecidedBy(IdentityProposal proposal, String by) {
        Decision decision = proposal.decision();
        return decision != null && decision.by().equals(by);
    }

    private static void requireAnother(IdentityProposal proposal, String by) {
        if (proposal.by().equals(by)) {
            throw Problem.forbidden("same-person", "who proposed it cannot decide on it")
                    .exception();
        }
    }

    private static RuntimeException decided(IdentityProposal proposal) {
        return Problem.conflict("proposal-decided", "it has been decided already")
                .with("state", proposal.state())
                .exception();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
