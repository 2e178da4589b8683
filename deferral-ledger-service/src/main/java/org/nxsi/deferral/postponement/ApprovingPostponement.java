package org.nxsi.deferral.postponement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A clerk records an employer's application; a reviewer who is another person approves it, or does not. */
@Component
class ApprovingPostponement {

    static final String APPROVED = "deferral.postponement-approved";

    private static final int LONGEST_REASON = 200;

    private final Postponements postponements;
    private final Claims claims;
    private final PolicyData policies;
    private final BusinessClock clock;
    private final JsonMapper json;

    ApprovingPostponement(
            Postponements postponements, Claims claims, PolicyData policies, BusinessClock clock, JsonMapper json) {
        this.postponements = postponements;
        this.claims = claims;
        this.policies = policies;
        this.clock = clock;
        this.json = json;
    }

    /** @throws ProblemException 400 for what {@link PostponementRule} finds, 403 outside of the agency's area */
    Postponement record(Caller caller, CommandId command, PostponementRule.Wanted wanted) {
        caller.require(Role.CLERK);
        PostponementRule.Fault fault = PostponementRule.fault(wanted, policies);
        if (fault != null) {
            Problem problem = Problem.badRequest(fault.code(), fault.field(), fault.detail());
            throw (fault.clause() == null ? problem : problem.under(fault.clause())).exception();
        }
        var area = Objects.requireNonNull(wanted.area());
        if (!caller.requireAgency().contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + caller.requireAgency())
                    .at("area")
                    .exception();
        }
        return postponements.add(new Postponement(
                "PP-" + command.derive("postponement"),
                String.valueOf(wanted.employer()),
                area.code(),
                Objects.requireNonNull(wanted.from()),
                Objects.requireNonNull(wanted.to()),
                Objects.requireNonNull(wanted.schemes()).stream()
                        .distinct()
                        .sorted()
                        .toList(),
                String.valueOf(wanted.docNo()).strip(),
                wanted.reason(),
                Postponement.State.PROPOSED,
                caller.actor(),
                now(),
                null,
                0));
    }

    /**
     * @throws ProblemException 403 for the person who recorded it; 409 {@code month-deferred} or {@code month-postponed} if
     *     one of its months is under another arrangement, {@code postponement-not-there} if it was decided already,
     *     {@code postponement-changed} if somebody else is at it
     */
    Postponement approve(Caller caller, Postponement recorded) {
        requireAnother(caller, recorded);
        requireProposed(recorded);
        List<Claim> inTheWay = claims.forPostponement(recorded);
        if (!inTheWay.isEmpty()) {
            if (postponements.giveUp(recorded)) {
                claims.release(recorded);
            }
            throw taken(inTheWay.getFirst());
        }
        Postponement.Decision decision = new Postponement.Decision(caller.actor(), now(), clock.today(), null);
        Postponement approved = postponements.decide(
                recorded, Postponement.State.APPROVED, decision, List.of(told(recorded, decision)));
        return approved == null ? undone(recorded) : approved;
    }

    /** @throws ProblemException as {@link #approve}, and 400 without a reason */
    Postponement refuse(Caller caller, Postponement recorded, @Nullable String reason) {
        requireAnother(caller, recorded);
        requireProposed(recorded);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("missing-field", "reason", "why? 1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        Postponement.Decision decision =
                new Postponement.Decision(caller.actor(), now(), clock.today(), reason.strip());
        Postponement refused = postponements.decide(recorded, Postponement.State.REFUSED, decision, List.of());
        if (refused == null) {
            return undone(recorded);
        }
        claims.release(recorded);
        return refused;
    }

    /** Somebody else has decided meanwhile: what was claimed in vain is let go, and the standing decision told. */
    private Postponement undone(Postponement recorded) {
        Postponement standing = Objects.requireNonNull(postponements.byId(recorded.id()), recorded.id());
        if (standing.state() == Postponement.State.REFUSED) {
            claims.release(recorded);
        }
        requireProposed(standing);
        throw Problem.conflict("postponement-changed", "somebody else is deciding on it; look again")
                .exception();
    }

    private static void requireAnother(Caller caller, Postponement recorded) {
        caller.require(Role.REVIEWER);
        if (caller.actor().equals(recorded.by())) {
            throw Problem.forbidden("same-person", "who recorded the application cannot decide on it")
                    .exception();
        }
    }

    private static void requireProposed(Postponement recorded) {
        if (recorded.state() != Postponement.State.PROPOSED) {
            throw Problem.conflict("postponement-not-there", "it is " + recorded.state() + " already")
                    .with("state", recorded.state())
                    .exception();
        }
    }

    private static ProblemException taken(Claim claim) {
        String month = claim.id().substring(claim.id().indexOf('|') + 1);
        Problem problem = switch (claim.arrangement()) {
            case DEFERRAL ->
                Problem.conflict("month-deferred", month + " is under 延期 already; it is not postponed (缓缴) as well")
                        .with("entry", claim.by());
            case POSTPONEMENT ->
                Problem.conflict("month-postponed", month + " is under another 缓缴 already")
                        .with("postponement", claim.by());
        };
        return problem.with("month", month)
                .with("arrangement", claim.arrangement())
                .exception();
    }

    private OutboxEvent told(Postponement approved, Postponement.Decision decision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("postponement", approved.id());
        data.put("arrangement", Arrangement.POSTPONEMENT.name());
        data.put("employer", approved.employer());
        data.put("area", approved.area());
        data.put("from", approved.from().toString());
        data.put("to", approved.to().toString());
        data.put("schemes", approved.schemes());
        data.put("docNo", approved.docNo());
        data.put("approvedOn", decision.on().toString());
        return new OutboxEvent(
                APPROVED + "/" + approved.id(),
                Topics.EVENTS,
                approved.employer(),
                APPROVED,
                approved.id(),
                1,
                decision.at(),
                json.writeValueAsString(data));
    }

    /** As exact as the store keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
