package org.nxsi.enrollment.suspense;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/**
 * Moves money that is too much where it is to where it is owed: a clerk proposes, another person confirms. First it leaves
 * the one month, if it is still there, then it comes to the other, both under the allocation's id: killed in between, the
 * rest is done later. Schemes are separate funds (社会保险法 第六十四条), so it stays within its scheme.
 */
@Component
class Allocating {

    private static final int LONGEST_REASON = 200;

    private final Allocations allocations;
    private final Dues dues;
    private final PostingToDues posting;
    private final BusinessClock clock;

    Allocating(Allocations allocations, Dues dues, PostingToDues posting, BusinessClock clock) {
        this.allocations = allocations;
        this.dues = dues;
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * What a clerk asks for.
     *
     * @param from id of the due that has too much
     * @param to month that is to have it
     */
    record Wanted(
            @Nullable String from,
            @Nullable Month to,
            @Nullable Fen amount,
            @Nullable String reason) {}

    Allocation propose(Caller caller, CommandId command, Wanted wanted) {
        caller.require(Role.CLERK);
        String id = command.derive("allocation");
        Allocation before = allocations.find(id);
        if (before != null) {
            return before;
        }
        Due source = source(caller, given("from", wanted.from()));
        Month to = given("to", wanted.to());
        Fen amount = given("amount", wanted.amount());
        String reason = given("reason", wanted.reason()).strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("invalid-field", "reason", "1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        if (!amount.isPositive()) {
            throw Problem.badRequest("amount-not-positive", "amount", "more than nothing")
                    .exception();
        }
        refuseUnlessItFits(source, to, amount);
        return allocations.propose(new Allocation(
                id,
                source.payer(),
                source.scheme(),
                source.area(),
                source.month(),
                to,
                amount,
                reason,
                Allocation.State.PROPOSED,
                clock.today(),
                caller.actor(),
                null,
                null,
                null,
                null));
    }

    /** Decides and moves. @return afterwards: not moved if the money is not there any more */
    Allocation confirm(Caller caller, String id) {
        Allocation decided = decide(caller, id, Allocation.State.CONFIRMED);
        move(decided);
        return Objects.requireNonNull(allocations.find(id), id);
    }

    Allocation reject(Caller caller, String id) {
        return decide(caller, id, Allocation.State.REJECTED);
    }

    /** Does what is left of a confirmed allocation. */
    void move(Allocation allocation) {
        if (allocation.state() != Allocation.State.CONFIRMED) {
            return;
        }
        Posting out = allocation.posting(Posting.Kind.MOVED_OUT);
        if (!posting.takeOut(allocation.source(), out)) {
            allocations.end(allocation.id(), Allocation.State.MONEY_GONE);
            if (isOut(allocation, out)) {
                allocations.goOn(allocation.id());
            }
            return;
        }
        posting.bringIn(allocation.target(), allocation.posting(Posting.Kind.MOVED_IN));
        allocations.end(allocation.id(), Allocation.State.DONE);
    }

    /** Somebody else was at it at the same time, and found the money there. */
    private boolean isOut(Allocation allocation, Posting out) {
        Due source = dues.byId(allocation.source().id());
        return source != null && source.has(out.id());
    }

    List<Allocation> page(Caller caller, Allocation.@Nullable State state, @Nullable String after, int limit) {
        return allocations.page(areas(caller), state, after, limit);
    }

    Allocation seenBy(Caller caller, String id) {
        Allocation found = allocations.find(id);
        if (found == null || !caller.requireAgency().contains(found.area())) {
            throw Problem.notFound("allocation-unknown", "there is no such allocation in your area")
                    .exception();
        }
        return found;
    }

    private Allocation decide(Caller caller, String id, Allocation.State decision) {
        caller.require(Role.FINANCE, Role.REVIEWER);
        Allocation open = seenBy(caller, id);
        if (open.by().equals(caller.actor())) {
            throw Problem.forbidden("same-person", "who proposed it cannot decide on it")
                    .exception();
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean decided = allocations.decide(id, decision, caller.actor(), now, clock.today());
        Allocation after = seenBy(caller, id);
        boolean asWanted = (after.state() == Allocation.State.REJECTED) == (decision == Allocation.State.REJECTED);
        if (!decided && !(asWanted && caller.actor().equals(after.decidedBy()))) {
            throw Problem.conflict("allocation-decided", "it has been decided already")
                    .with("state", after.state())
                    .exception();
        }
        return after;
    }

    private void refuseUnlessItFits(Due source, Month to, Fen amount) {
        if (to.equals(source.month())) {
            throw Problem.badRequest("invalid-field", "to", "it is there already")
                    .exception();
        }
        if (amount.compareTo(source.suspense()) > 0) {
            throw Problem.of(422, "more-than-in-suspense", "only " + source.suspense() + " is beyond what is owed")
                    .at("amount")
                    .exception();
        }
        Due target = dues.byId(new DueKey(source.payer(), source.scheme(), to).id());
        if (target == null || target.assessed() == null) {
            throw Problem.of(422, "nothing-assessed", "nothing is assessed for " + to)
                    .at("to")
                    .exception();
        }
        if (amount.compareTo(target.unpaid()) > 0) {
            throw Problem.of(422, "more-than-owed", "only " + target.unpaid() + " is still owed for " + to)
                    .at("amount")
                    .exception();
        }
        if (!target.hasRoom() || !source.hasRoom()) {
            throw Problem.conflict("due-full", "no more than " + Due.MOST_POSTINGS + " movements of one due")
                    .exception();
        }
    }

    private Due source(Caller caller, String from) {
        String id = key(from).id();
        Due source = dues.byId(id);
        if (source == null || !caller.requireAgency().contains(source.area())) {
            throw Problem.notFound("due-unknown", "there is no such due in your area")
                    .at("from")
                    .exception();
        }
        return source;
    }

    private static DueKey key(String id) {
        try {
            return DueKey.parse(id);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badRequest("invalid-field", "from", String.valueOf(invalid.getMessage()))
                    .exception();
        }
    }

    private static List<AreaCode> areas(Caller caller) {
        AreaCode own = caller.requireAgency();
        return AreaCode.all().stream().filter(own::contains).toList();
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest("missing-field", field, field + " is needed")
                    .exception();
        }
        return value;
    }
}
